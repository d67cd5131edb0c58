"""27 · 没有隐藏层的网络

课程：lessons/zh/07-our-network.md

书里的练习。搭一个只有两层的网络：784 个输入神经元，10 个输出神经元。训练这个
网络，看它认数字的准确率有多高。检查时用 300 个自带的数字训练，100 个测试。
（用整个 MNIST 训练的结果，见第 7 课。）
"""

from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network


def trained(training_data):
    """返回一个用这些样本训练过的网络，两层的大小是 784 和 10。

    用种子 1 和 init="scaled"，这样每次运行结果都一样。训练 3 轮，小批量大小
    10，eta 1.0。

    >>> training_data, validation_data, test_data = load_data_wrapper(
    ...     "built-in", train=300, validation=0, test=100)
    >>> net = trained(training_data)
    Epoch 0 complete
    Epoch 1 complete
    Epoch 2 complete
    >>> net.sizes
    [784, 10]
    >>> net.evaluate(test_data) > 60  # 瞎猜大约能认对 10 个
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
