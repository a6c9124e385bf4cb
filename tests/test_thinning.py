"""The thinner network (`training/thinning.py`); needs torch, which only training does."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from training.network import HEAD, INNER, Network, Sizes, layers_of  # noqa: E402
from training.thinning import kept, thinner  # noqa: E402

SIZES = Sizes(pieces=50, names=5, pos=4, morphs=6, lemmas=7, cases=3, deps=4, layers=((3, 96),) * 12)


@pytest.fixture
def net():
    torch.manual_seed(0)
    return Network(SIZES).eval()


def words(net):
    ids, first, last = torch.tensor([[0, 5, 6, 7, 2]]), torch.tensor([[1, 3]]), torch.tensor([[2, 3]])
    with torch.inference_mode():
        return net.words(ids, None, first, last, None)[1]


def test_what_does_nothing_can_be_left_out(net):
    neurons = [torch.arange(32, 96)] * 12
    heads = [torch.tensor([0, 2])] * 12
    with torch.no_grad():
        for layer in net.encoder.layers:
            layer.down.weight[:, :32] = 0
            layer.out.weight[:, HEAD : 2 * HEAD] = 0
    small = thinner(net, neurons, heads).eval()
    assert small.sizes.layers == ((2, 64),) * 12
    assert torch.allclose(words(small), words(net), atol=1e-5)


def test_what_does_something_cannot(net):
    small = thinner(net, [torch.arange(32, 96)] * 12, [torch.tensor([0, 2])] * 12).eval()
    assert not torch.allclose(words(small), words(net), atol=1e-3)


def test_the_least_of_all_layers_go_in_whole_blocks():
    rows = kept([torch.tensor([9.0, 1.0, 8.0, 7.0]), torch.tensor([1.0, 2.0, 3.0, 3.0])], 0.5, 2)
    assert [row.tolist() for row in rows] == [[0, 1, 2, 3], [2, 3]]


def test_saved_weights_tell_how_wide_they_are(net):
    assert layers_of(net.state_dict()) == SIZES.layers
    assert Sizes.layers[0][1] == INNER
