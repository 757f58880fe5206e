"""Names of certifications that nobody knows, in comparisons."""

import pytest

from actions.credential_names import unknown_credentials
from careerbot.facts.queries import fact_base


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CMA or the XYZ certification", ("XYZ",)),
        ("difference between rma and cpr cert", ("cpr",)),
        ("rma or the foobar cert which is better", ("foobar",)),
        ("ccma or bls certification", ("bls",)),
        ("is the rma better than the abcd?", ("abcd",)),
        ("what's the difference between rma and xyz", ("xyz",)),
        ("CMA vs QQT", ("QQT",)),
        ("rma, ccma or the wellness basics certificate", ("wellness basics",)),
        ("whats the diff between the CMA and RMA", ()),
        ("compare two certifications for me, RMA and NCMA", ()),
        ("is the rma better than the others", ()),
        ("cma or another certification", ()),
        ("rma vs any other cert", ()),
        ("is the ccma cheaper than a degree", ()),
        ("cma or certified nursing assistant", ()),
        ("which is better for work, cma or rma", ()),
        ("cma or rma, and how much is it", ()),
        ("cma and the fee", ()),
        ("between the ccma and the ncma which would you pick, and why?", ()),
        ("certified medical assistant or registered medical assistant", ()),
    ],
)
def test_only_a_name_that_nobody_knows_is_one(text, names):
    assert unknown_credentials(text, fact_base()) == names
