import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from careerbot.nlu.regression import Regression

CONFIG = {"strength": 3.0, "iterations": 500, "balanced": False}


def _examples(intents, count=300, features=8):
    """Noisy points around a centre for each intent; the last intent is rare."""
    draw = np.random.default_rng(0)
    shares = np.array([3.0] * (intents - 1) + [1.0])
    labels = np.concatenate([np.arange(intents), draw.choice(intents, count, p=shares / shares.sum())])
    centres = draw.normal(size=(intents, features))
    return (centres[labels] + draw.normal(size=(len(labels), features))).astype(np.float32), labels


def _of_scikit_learn(vectors, labels, balanced):
    weight = "balanced" if balanced else None
    model = LogisticRegression(C=3.0, max_iter=500, multi_class="multinomial", class_weight=weight, tol=1e-4)
    return model.fit(vectors.astype(np.float64), labels).predict_proba(vectors)


@pytest.mark.parametrize("balanced", [False, True])
@pytest.mark.parametrize("intents", [2, 3, 7])
def test_the_probabilities_are_those_of_scikit_learn(intents, balanced):
    vectors, labels = _examples(intents)
    ours = Regression.fit(vectors, labels, {**CONFIG, "balanced": balanced})
    found = np.array([ours.probabilities(vector) for vector in vectors])
    assert found.shape == (len(labels), intents)
    assert np.abs(found - _of_scikit_learn(vectors, labels, balanced)).max() < 0.01


def test_balanced_matters_in_the_comparison():
    vectors, labels = _examples(3)
    assert np.abs(_of_scikit_learn(vectors, labels, True) - _of_scikit_learn(vectors, labels, False)).max() > 0.1


def test_probabilities_sum_to_one_also_for_nothing():
    regression = Regression.fit(*_examples(3), CONFIG)
    assert regression.probabilities(np.zeros(8, np.float32)).sum() == pytest.approx(1)


def test_the_same_examples_give_the_same_regression():
    first, second = (Regression.fit(*_examples(7, count=3000), CONFIG) for _ in range(2))
    assert np.array_equal(first.weights, second.weights)
    assert np.array_equal(first.bias, second.bias)


def test_more_strength_follows_the_examples_more_closely():
    vectors, labels = _examples(3)
    weak, strong = (Regression.fit(vectors, labels, {**CONFIG, "strength": strength}) for strength in (0.01, 10.0))
    assert np.abs(weak.weights).max() < np.abs(strong.weights).max() / 3


def test_few_iterations_stop_early():
    vectors, labels = _examples(7)
    early, late = (Regression.fit(vectors, labels, {**CONFIG, "iterations": steps}) for steps in (1, 500))
    assert np.abs(early.weights).max() < np.abs(late.weights).max()
