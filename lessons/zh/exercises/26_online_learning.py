"""26 · 在线学习

课程：lessons/zh/06-gradient-descent.md

书里的练习。小批量大小为 1 时，网络每次只从一个样本学习，和人一样。这叫在线学
习。与小批量大小为 20 时相比，在线学习有什么优点和缺点？各说出一个。下面用具体
的数来说明。
"""

import random
from statistics import pstdev


def steps_an_epoch(examples, mini_batch_size):
    """返回一轮走多少步。最后一个小批量可以不满。

    >>> steps_an_epoch(50000, 10)
    5000
    >>> steps_an_epoch(50000, 1)
    50000
    >>> steps_an_epoch(1001, 10)
    101
    """
    raise NotImplementedError("在这里写你的代码")


def times_as_noisy():
    """返回一个倍数：在线学习一步的噪声，是小批量大小为 100 时的几倍。

    一步依据的是小批量的平均梯度，而不是全体样本的平均梯度，所以会有随机的偏
    差。只用一个样本时，一步的偏差是用 100 个样本时的几倍？写一个整数。

    检查时会抽 400 个小批量（大小为 100）来测量，四舍五入到十位。

    >>> rng = random.Random(1)
    >>> def average_of(m):
    ...     return sum(rng.gauss(0.0, 1.0) for _ in range(m)) / m
    >>> alone = pstdev([average_of(1) for _ in range(400)])
    >>> together = pstdev([average_of(100) for _ in range(400)])
    >>> times_as_noisy() == round(alone / together, -1)
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
