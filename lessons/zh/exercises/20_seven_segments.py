"""20 · 七段数码管

课程：lessons/zh/05-reading-digits.md

课文里在十个输出后面放了四个神经元，每个二进制位一个。计算器则用七段来显示数
字，每段亮或暗：

     aaa
    f   b
     ggg
    e   c
     ddd

所以在十个输出后面放七个神经元，每段一个。十个输出是可靠的：正确数字的输出至少
是 0.99，其他输出小于 0.01。
"""

from purenet.sigmoid import SigmoidNeuron

LIT = ["abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg",
       "abcdfg"]  # 每个数字点亮的各段


def neuron(bar):
    """返回这一段对应的神经元的十个权重和偏置。

    >>> lit_by([0.01, 0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01, 0.01, 0.01])
    'bcfg'
    >>> all(lit_by(ten_outputs(digit)) == LIT[digit] for digit in range(10))
    True

    输出要明确：大于 0.9，或小于 0.1。

    >>> answers = [SigmoidNeuron(*neuron(bar))(ten_outputs(digit))
    ...            for digit in range(10) for bar in "abcdefg"]
    >>> all(answer > 0.9 or answer < 0.1 for answer in answers)
    True
    """
    raise NotImplementedError("在这里写你的代码")


def ten_outputs(digit):
    """返回十个输出神经元对这个数字的输出。"""
    return [0.99 if place == digit else 0.01 for place in range(10)]


def lit_by(outputs):
    """返回七个神经元点亮的各段，都以 0.5 为界。"""
    return "".join(
        bar for bar in "abcdefg" if SigmoidNeuron(*neuron(bar))(outputs) >= 0.5
    )


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
