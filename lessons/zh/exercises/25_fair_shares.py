"""25 · 找错：没有参与训练的样本

课程：lessons/zh/06-gradient-descent.md

课文里把打乱的样本按给定的大小切成小批量。这个程序给定的则是小批量的个数，各个
小批量的大小要尽量相同。但有些样本不在任何一个小批量里。找出错误，改正它。
"""

import random


def mini_batches(training_data, parts, rng):
    """把打乱的样本分成给定个数的列表，返回这些列表。

    各个列表的大小最多相差 1。

    >>> batches = mini_batches(list(range(10)), 5, random.Random(1))
    >>> [len(batch) for batch in batches]
    [2, 2, 2, 2, 2]
    >>> batches = mini_batches(list(range(10)), 4, random.Random(1))
    >>> sorted(len(batch) for batch in batches)
    [2, 2, 3, 3]
    >>> sorted(example for batch in batches for example in batch)
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    shuffled = list(training_data)
    rng.shuffle(shuffled)
    size = len(shuffled) // parts
    bounds = [part * size for part in range(parts + 1)]
    return [shuffled[start:end] for start, end in zip(bounds, bounds[1:])]


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
