"""Runs custom actions inside Rasa's own process: no second server to start, to fail or to wait for.

Rasa 3.6 knows only action servers behind an address. ``LocalActions`` is such an endpoint to Rasa, but what Rasa posts
to it goes straight to ``rasa_sdk``'s executor, which is what an action server runs too.
"""

from __future__ import annotations

import json
from typing import Any, Optional

from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException


class LocalActions(EndpointConfig):
    """The actions of a package, as an endpoint.

    Args:
        package: name of the package whose actions are run.
        named: options that ``endpoints.yml`` gives for the action server, such as ``enable_selective_domain``.
    """

    def __init__(self, package: str, **named: Any) -> None:
        super().__init__(f"package {package}", **named)
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(
        self,
        method: str = "post",
        subpath: Optional[str] = None,
        content_type: Optional[str] = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Optional[Any]:
        """Run the action that ``json`` calls; the answer is what an action server would send.

        Raises:
            ClientResponseError: with the status of an action server, if the action is unknown or refuses to run.
        """
        try:
            return await self._executor.run(kwargs["json"])
        except ActionExecutionRejection as error:
            raise _refused(400, error) from error
        except ActionNotFoundException as error:
            raise _refused(404, error) from error


def _refused(status: int, error: Any) -> ClientResponseError:
    body = json.dumps({"error": error.message, "action_name": error.action_name})
    return ClientResponseError(status, error.message, body.encode())


def run_in_this_process(package: str) -> None:
    """Let every Rasa that is started in this process run the actions of ``package`` itself.

    The options of ``action_endpoint`` in ``endpoints.yml`` stay in force, only its address is not asked.
    """
    read = AvailableEndpoints.read_endpoints

    def read_endpoints(endpoint_file: str) -> AvailableEndpoints:
        found = read(endpoint_file)
        options = found.action.kwargs if found.action else {}
        found.action = LocalActions(package, **options)
        return found

    AvailableEndpoints.read_endpoints = staticmethod(read_endpoints)
