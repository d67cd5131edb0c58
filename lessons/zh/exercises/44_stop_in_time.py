"""44 · 提前停止

课程：lessons/zh/14-your-own-data.md

每轮之后，都用验证数据评估网络。留下最好一轮的网络；连续几轮没有进步，训练就停
下。请写出做这两件事的函数，参数是各轮认对的个数。
"""


def best_epoch(counts):
    """返回最好一轮的编号，一样好时取最早的一轮。

    counts：第 0 轮、第 1 轮、第 2 轮……之后各认对多少。

    >>> best_epoch([80, 91, 88, 91, 90])
    1
    >>> best_epoch([50])
    0
    """
    raise NotImplementedError("在这里写你的代码")


def last_epoch(counts, patience):
    """返回训练在哪一轮之后停下。

    连续 patience 轮没有超过之前的最好成绩，就停下；一直没有出现这种情况，就在
    最后一轮之后停下。

    >>> last_epoch([80, 91, 88, 91, 90, 95], patience=2)
    3
    >>> last_epoch([80, 91, 88, 92, 90, 95], patience=2)
    5
    >>> last_epoch([80, 79], patience=5)
    1
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
