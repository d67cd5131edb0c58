"""One mini-batch, several machines: torchrun starts this program in each process.

    torchrun --nproc_per_node=2 lessons/two_machines.py

Each process learns from its share of every mini-batch, and all take the same step.
Then the first one trains a network alone, and prints how far the weights of both
are apart. It needs PyTorch; lesson 17 explains it.
"""

import sys
from pathlib import Path

try:
    import torch
    from torch import distributed
except ImportError:
    sys.exit("This program needs PyTorch: python3 -m pip install torch")

sys.path.append(str(Path(__file__).resolve().parents[1]))  # beside lessons: purenet

from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network

SIZES, SEED, ETA, MINI_BATCH = [784, 30, 10], 1, 3.0, 10


def torch_network(net):
    """Return a network of PyTorch's with the weights and biases of ours."""
    layers = []
    for w, b in zip(net.weights, net.biases):
        linear = torch.nn.Linear(*reversed(w.shape))
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(w.tolist()))
            linear.bias.copy_(torch.tensor(b))
        layers += [linear, torch.nn.Sigmoid()]
    return torch.nn.Sequential(*layers)


def train(model, x, y, rank, processes):
    """Go once through the examples, as number rank of so many processes."""
    for first in range(0, len(x), MINI_BATCH):
        share = slice(first + rank, first + MINI_BATCH, processes)
        cost = ((model(x[share]) - y[share]) ** 2).sum() / 2
        model.zero_grad()
        cost.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                distributed.all_reduce(parameter.grad)  # the sum over all processes
                parameter -= ETA / MINI_BATCH * parameter.grad


def main():
    if not distributed.is_torchelastic_launched():
        sys.exit(f"Start it like this: torchrun --nproc_per_node=2 {sys.argv[0]}")
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    distributed.init_process_group("gloo")  # torchrun has told each who it is
    rank, processes = distributed.get_rank(), distributed.get_world_size()

    data, _, _ = load_data_wrapper("built-in", train=200, validation=0, test=0)
    x, y = (torch.tensor([list(pair[k]) for pair in data]) for k in (0, 1))
    net = Network(SIZES, seed=SEED, init="scaled")  # the same in each process
    model = torch_network(net)
    train(model, x, y, rank, processes)
    if rank == 0:
        for first in range(0, len(data), MINI_BATCH):
            net.update_mini_batch(data[first : first + MINI_BATCH], ETA)
        both = zip(model.parameters(), torch_network(net).parameters())
        largest = max((one - other).detach().abs().max().item() for one, other in both)
        print(f"{processes} processes, largest difference from one: {largest:.12f}")
    distributed.destroy_process_group()


if __name__ == "__main__":
    main()
