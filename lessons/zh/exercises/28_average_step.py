"""28 · 找错：最后一个小批量

课程：lessons/zh/07-our-network.md

小批量的一步逆着各梯度的*平均值*走。这个程序用 60 个数字训练时学得好，用 61 个
就学得差：每次处理最后一个小批量时，权重几乎不变。写程序的人以为是最后那个数字
有问题。找出错误，改正它。
"""

from purenet.vectors import add, scale, subtract


def update(w, gradients, eta, mini_batch_size=10):
    """返回逆着各梯度的平均值走一步之后的权重。

    w：由权重组成的列表；gradients：这个小批量里每个样本各有一个同样的列表；
    mini_batch_size：完整的小批量有多少个样本。

    >>> update([1.0, 1.0], [[0.5, -0.5]] * 10, 2.0)
    [0.0, 2.0]
    >>> update([1.0, 1.0], [[0.5, -0.5]], 2.0)  # 61 个里的最后一个
    [0.0, 2.0]
    >>> update([1.0], [[4.0], [0.0], [0.0], [0.0]], 0.5)
    [0.5]
    """
    total = [0.0] * len(w)
    for gradient in gradients:
        total = add(total, gradient)
    return subtract(w, scale(eta / mini_batch_size, total))


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
