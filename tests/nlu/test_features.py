import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from careerbot.nlu.features import as_bytes, from_bytes, length_one

FINITE = st.floats(-1e3, 1e3, width=32)


@given(arrays(np.float32, st.tuples(st.integers(1, 5), st.integers(1, 7)), elements=FINITE))
def test_vectors_as_bytes_are_nearly_what_they_were(vectors):
    small, scale = as_bytes(vectors)
    assert (small.dtype, small.shape) == (np.int8, vectors.shape)
    assert (scale.dtype, scale.shape) == (np.float32, vectors.shape[:1])
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    assert (np.abs(from_bytes(small, scale) - vectors) <= largest / 250 + 1e-9).all()


@pytest.mark.parametrize("vector", [[0.0, 0.0], [3.0, 4.0]])
def test_a_vector_of_length_one_keeps_its_direction_and_zero_stays_zero(vector):
    length = np.linalg.norm(vector)
    assert length_one(np.array([vector]))[0] == pytest.approx(np.array(vector) / (length or 1.0))
