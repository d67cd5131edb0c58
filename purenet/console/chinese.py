"""What purenet says, in Chinese: {English: Chinese}, for console/speech.py.

{} stands for what differs. In the Chinese it may have a number, where the order
is another. tests/test_speech.py finds what is said and is not here.
"""

TABLE = {
    ", ": "，",
    # check
    "Try the exercises in order, and show the first that is not right yet. Exit status 0 when all that were tried are right, else 1.":
        "按顺序检查练习，给出第一个还没做对的。检查过的都对，退出状态为 0，否则为 1。",
    "only this one: its number or name": "只检查这一题：题号或名字",
    "where your exercises are (default: lessons/exercises)":
        "你的练习在哪个文件夹（默认：lessons/exercises）",
    "a hint, one more each time": "给一条提示，每次多一条",
    "the solution, to those who ask twice": "看答案，要问两次才给",
    "begin anew; your file is kept beside it": "重新开始；你的文件会留在旁边",
    "try again at every save": "每次保存后自动再检查",
    "the state of all": "列出每一题的情况",
    "put the exercises into the folder": "把练习放进文件夹",
    "the table of a class: one folder or zip file with one for each learner, or these one by one":
        "全班的成绩表：一个文件夹或 zip 文件，里面每人一个；也可以逐个列出",
    "with --class: write the table": "和 --class 一起用：写出表格",
    "A hint:      {} {} --hint{}": "要提示：     {} {} --hint{}",
    "All exercises are right. Well done!": "所有练习都做对了，真棒！",
    "{} {}: right": "{} {}：对",
    "What is next:  {}{}": "下一步：       {}{}",
    "\nWaiting for you to save a file; Ctrl-C ends it.": "\n等你保存文件；按 Ctrl-C 结束。",
    "{} is there already, and no .csv: name another file":
        "{} 已经存在，又不是 .csv 文件：请换一个文件名",
    "Written to {}": "已写入 {}",
    # download
    "Download the four files of MNIST, 11.6 MB, over https, and keep them if they are what was published. What is there already is not fetched.":
        "用 https 下载 MNIST 的四个文件，共 11.6 MB；内容和公布的一致才会留下。已经有的不再下载。",
    "where they go (default: where every command looks for them)":
        "放到哪里（默认：每个命令都会去找的地方）",
    "another mirror to be asked first, https://...": "先试这个镜像，https://...",
    "MNIST is in {}. To train with it:": "MNIST 在 {}。用它训练：",
    "checked, from {}": "已核对，来自 {}",
    "there already": "已经有了",
    # draw
    "Serve a page to this machine's browser, where you draw digits, watch a network learn and play with a neuron. Ctrl-C ends it.":
        "在这台电脑的浏览器里打开一个页面：手写数字，看网络学习，摆弄一个神经元。按 Ctrl-C 结束。",
    "print the address, open nothing": "只显示地址，不打开浏览器",
    "where to listen (default: {})": "监听哪个端口（默认：{}）",
    "a port is from 1 to 65535, not {}": "端口是 1 到 65535 之间的数，不能是 {}",
    "The page is open to this machine's browser at": "页面已就绪，用这台电脑的浏览器打开：",
    "Ctrl-C ends it.": "按 Ctrl-C 结束。",
    "Port {} is taken or not allowed: this is {}.": "端口 {} 已被占用或不许使用：现在用的是 {}。",
    "\nThe page is closed.": "\n页面已关闭。",
    # lessons, pack
    "Copy the lessons with their exercises and pictures into a folder. What is there already is left as it is. With --open they are a page in this machine's browser, where their code runs; Ctrl-C ends it.":
        "把课程连同练习和图片复制到一个文件夹，已经有的保持不变。加 --open 则在这台电脑的浏览器里打开，代码可以直接运行；按 Ctrl-C 结束。",
    "without the folder of solutions": "不带答案文件夹",
    "read and run them in the browser": "在浏览器里阅读和运行",
    "with --open: print the address only": "和 --open 一起用：只显示地址",
    "with --open: where ({})": "和 --open 一起用：端口（{}）",
    "write them as pages for a web server": "写成网页，放到网站上",
    "with --html: npm's pyodide, so that the blocks run in the browser":
        "和 --html 一起用：npm 的 pyodide，让代码块在浏览器里运行",
    "To begin: read {}. To check the exercises:": "从这里开始读：{}。检查练习：",
    "Pack purenet and its lessons into one file to hand on, on a stick say. It needs nothing but Python: python3 purenet.pyz train.":
        "把 purenet 和课程打包成一个文件，可以用 U 盘分发。只要有 Python 就能用：python3 purenet.pyz train。",
    # recognise
    "Read a digit from a scan or a photograph: dark on light or light on dark, of any size. What the network sees is shown, its answer with the output of that neuron, from 0 to 1, and the runner-up.":
        "从扫描件或照片里认数字：浅底深字、深底浅字都行，大小不限。会显示网络看到的样子、它的答案和那个神经元的输出（0 到 1），以及排第二的答案。",
    "a JPEG, PNG, BMP, PGM or PPM file, or a folder of them":
        "JPEG、PNG、BMP、PGM 或 PPM 文件，或者装着它们的文件夹",
    "a saved network (default: the one that comes with purenet)":
        "保存过的网络（默认：purenet 自带的）",
    "write the answers to a table, too": "同时把答案写成表格",
    "draw what the network saw of each, with its answer: .svg or .png":
        "把网络看到的每个数字和答案画出来：.svg 或 .png",
    "read a row of digits, one after another": "认一行数字，一个接一个",
    "a folder without pictures ({})": "文件夹里没有图片（{}）",
    "the table is written as .csv": "表格要写成 .csv",
    "{}: what the network sees": "{}：网络看到的",
    "what the network sees, one after the other": "网络看到的，一个接一个",
    "Drawn: {}": "已画好：{}",
    "It has {} pieces as high as a digit: --strip reads a row.":
        "里面有 {} 块和数字一样高：认一行数字用 --strip。",
    "Read: {}": "认出：{}",
    # train
    "Train a network to read handwritten digits, with a subset of the data that takes some seconds. Without --data MNIST is looked for, and the built-in digits are taken where there is none.":
        "训练一个认手写数字的网络，只用一部分数据，几秒就好。不写 --data 时先找 MNIST，没有就用自带的数字。",
    "a file or folder of digits": "存放数字的文件或文件夹",
    "how many images to learn from ({})": "用多少幅图像学习（{}）",
    "how many images to test with after each epoch ({})": "每轮之后用多少幅图像测试（{}）",
    "how many other images --keep best and --patience judge an epoch by ({} where one of them is given)":
        "--keep best 和 --patience 用另外多少幅图像评判每一轮（给了其中之一时为 {}）",
    "neurons in each hidden layer, 0 for none (30)": "每个隐藏层的神经元个数，0 表示没有隐藏层（30）",
    "how often to go through the images ({})": "把图像学几轮（{}）",
    "the network of which epoch: the last, or the one that reads most validation images right ({})":
        "留下哪一轮的网络：最后一轮，或认对验证图像最多的一轮（{}）",
    "stop when N epochs have brought nothing better": "连续 N 轮没有进步就停",
    "how many images make one step ({})": "多少幅图像走一步（{}）",
    "the learning rate ({})": "学习率（{}）",
    "for another run ({})": "换一个数，就是另一次训练（{}）",
    "how the weights start: scaled by the number of inputs, or as in chapter 1 of the book ({})":
        "初始权重怎么取：按输入个数缩放，或像书的第 1 章那样（{}）",
    "how to calculate: in plain loops; with a column of weights packed in one integer, many times faster; or in flat loops, the fastest with PyPy. The numbers are the same but for rounding, which grows as the training goes on ({})":
        "怎样计算：用普通的循环；把一列权重装进一个整数，快很多倍；或用平铺的循环，PyPy 下最快。结果相同，只差舍入，舍入随训练慢慢变大（{}）",
    "print the last line only": "只显示最后一行",
    "save the network when it is trained: as .json, or for NumPy as .npz":
        "训练完保存网络：.json，或给 NumPy 用的 .npz",
    "start from a saved network": "从保存过的网络开始",
    "keep the run here after every epoch": "每轮之后把进度存在这里",
    "go on with the run kept there": "接着那里存的进度继续",
    "how many were right after each epoch": "每轮之后认对了多少",
    "the test images read wrong": "认错的测试图像",
    "which digit was taken for which": "哪个数字被认成了哪个",
    "{} has more than 18 digits": "{} 超过了 18 位",
    "{} is not 0, or numbers from 1 to {} with commas between":
        "{} 不对：要写 0，或用逗号隔开的 1 到 {} 的数",
    "{} makes {} weights; at most {} are taken": "{} 会有 {} 个权重；最多允许 {} 个",
    "nothing to draw without test images: leave out --test 0":
        "没有测试图像就没有可画的：去掉 --test 0",
    "--load starts a new run, --resume goes on with one: choose":
        "--load 开始新的训练，--resume 接着原来的：只能选一个",
    "--hidden does not go with {}, which has {}": "--hidden 和 {} 不能一起用，那里是 {}",
    "{} has no validation images to choose the best epoch by: leave out --keep, --patience and --validation":
        "{} 没有验证图像，选不出最好的一轮：去掉 --keep、--patience 和 --validation",
    "Stopped.{}": "已停止。{}",
    "--{} {} does not go with the run in {}, which has {}: leave it out, or start a new run from its network with --load {}":
        "--{} {} 和 {} 里的训练对不上，那里是 {}：去掉它，或用 --load {} 从它的网络开始新的训练",
    "To go on: {} {}": "接着训练：{} {}",
    "Saved: {}": "已保存：{}",
    # every command
    "{} is no ordinary number": "{} 不是普通的数",
    "{} is not above 0": "{} 不大于 0",
    "{} is not from {} to {}": "{} 不在 {} 到 {} 之间",
    "\n{}: stopped": "\n{}：已停止",
    "not enough memory for this": "内存不够",
    "There is no command named {}.{} To see all: {}": "没有叫 {} 的命令。{}查看全部：{}",
    "There is no demo named {}.{} To see all: {}": "没有叫 {} 的演示。{}查看全部：{}",
    " Did you mean {}?": "是不是想写 {}？",
    "{} cannot be written: it is a folder": "{} 写不了：它是文件夹",
    "{} cannot be written: it is no ordinary file": "{} 写不了：它不是普通文件",
    "{} cannot be written: the file may not be changed": "{} 写不了：文件不许修改",
    "{} cannot be written: there is no folder {}": "{} 写不了：没有文件夹 {}",
    "{} cannot be written: the folder may not be changed": "{} 写不了：文件夹不许修改",
    "{} is being written by another run: name another file, or wait":
        "{} 正被另一个程序写着：换一个文件名，或等一等",
    "style {} is none of {}": "样式 {} 不是 {} 之一",
    # what a network says
    "A {}: output {}. After it comes {}, with {}.": "是 {}：输出 {}。其次是 {}，输出 {}。",
    "Perhaps a {} or a {}: outputs {} and {}.": "也许是 {}，也许是 {}：输出 {} 和 {}。",
    "Not a digit, I think: no output is above {}. Nearest is {}, with {}.":
        "我看不是数字：没有一个输出大于 {}。最接近的是 {}，输出 {}。",
    "Network: {}, {}": "网络：{}，{}",
    "No epoch was trained.": "一轮也没有训练。",
    "with the network of epoch {}, the best: {} of {} validation images right.":
        "用的是第 {0} 轮的网络，它最好：{2} 幅验证图像认对 {1} 幅。",
    "Dead, never the answer: {}. An output neuron that is near 0 for every image hardly learns any more. Try more --epochs, more images, a smaller --eta, another --seed, or --init scaled.":
        "死掉了，从来不是答案：{}。输出神经元若对每幅图像都接近 0，就几乎学不动了。试试更多的 --epochs、更多的图像、更小的 --eta、另一个 --seed，或 --init scaled。",
    # the exercises
    "{} is as it was at the beginning.": "{} 已恢复原样。",
    "{} exercises written to {}": "{} 道练习已写入 {}",
    "Begin with {} in your editor, and then:": "先在编辑器里打开 {}，然后：",
    "There are no more hints. To see the solution:": "没有更多提示了。要看答案：",
    "What you find yourself stays with you. Is there a hint left?":
        "自己想出来的才记得住。还有没看过的提示吗？",
    "To see the solution, ask for it once more.": "要看答案，请再问一次。",
    "Your file is kept as {}": "你的文件另存为 {}",
    "no exercise is called {}: see {} --list": "没有叫 {} 的练习：请看 {} --list",
    "{} is no folder and no zip file": "{} 既不是文件夹，也不是 zip 文件",
    "the zip file is damaged ({})": "zip 文件已损坏（{}）",
    "more than {} bytes of files": "里面的文件超过 {} 字节",
    "{}: {} files of lessons laid out.": "{}：已放好 {} 个课程文件。",
    "the package, for `import purenet` and python3 -m purenet.":
        "程序包，供 `import purenet` 和 python3 -m purenet 使用。",
    "{} is there already, and no .pyz: name another file":
        "{} 已经存在，又不是 .pyz 文件：请换一个文件名",
    "{}: {} bytes. Run it: python3 {}": "{}：{} 字节。运行：python3 {}",
    "{} were there already and were left as they are.": "{} 个已经在那里，保持不变。",
    "{} was there already and was left as it is.": "{} 个已经在那里，保持不变。",
    "There is no file {}. This puts it there:": "没有文件 {}。这样就有了：",
    "{}, line {}:": "{}，第 {} 行：",
    "Right already: {}": "已经做对：{}",
    "Your file was run from its top, and did not come to its end.":
        "你的文件从头运行，没有运行到底。",
    "expected:": "应当得到：",
    "After {} seconds it was stopped. Is there a loop whose":
        "过了 {} 秒还没有完，已经停下。有没有一个循环",
    "end never comes?": "永远不会结束？",
    "Answer with a number: 1 if ... else 0": "要用数字作答：1 if ... else 0",
    "The file is {}": "文件在 {}",
    "Python says: {}": "Python 说：{}",
    "The {} here is another character than {}.": "这里的 {} 和 {} 不是同一个字符。",
    "Type {} with the keyboard in its English setting.": "请切换到英文输入法，再输入 {}。",
    "Save the file as plain text in UTF-8: your editor has a setting for it.":
        "请把文件存成 UTF-8 编码的纯文本：编辑器里有这个设置。",
    "Look at this line and the one before: is a bracket or a quotation mark":
        "看看这一行和上一行：是不是有括号或引号",
    "not closed, a colon missing, or a line not indented as it should be?":
        "没有配对，少了冒号，或者缩进不对？",
    "The whole process ended (exit status {}), without an answer.":
        "整个进程结束了（退出状态 {}），没有给出答案。",
    "Right but for the form: {} is wanted, {}, and this is {}.":
        "值对了，形式不对：要的是 {}，{}，这里是 {}。",
    "Right but for the form: {} is wanted.": "值对了，形式不对：要的是 {}。",
    "It crashed: does a function call itself without end?":
        "程序崩溃了：是不是有函数没完没了地调用自己？",
    "It was stopped when it had printed {} characters.": "它打印了 {} 个字符，已经停下。",
    "It has {} items; {} are wanted.": "它有 {} 项；应当有 {} 项。",
    "Counted from 0, item {} {}.": "从 0 数起，第 {} 项 {}。",
    "your code raised:": "你的代码引发了：",
    "your code gave:": "你的代码得到：",
    "your code printed:": "你的代码打印了：",
    "your code printed, and gave nothing:": "你的代码打印了，却什么也没有返回：",
    "It also printed something: take the print() out again.":
        "它还打印了东西：把 print() 去掉。",
    "Nothing is to be printed here: take the print() out again.":
        "这里不用打印：把 print() 去掉。",
    "An answer is given by `return`: write that where it says print.":
        "答案要用 `return` 交出来：把 print 改成它。",
    "your code gave nothing: is there a return?": "你的代码什么也没有返回：写 return 了吗？",
    # files of digits
    "numbers of the kind {} are not digits": "{} 类型的数不是数字图像",
    "an array ends in the middle of a number": "数组在一个数的中间断了",
    "an array of {} directions, {}; images are n x {} x {} or n x {}: reshape it before it is saved":
        "数组有 {} 维，{}；图像应当是 n x {} x {} 或 n x {}：保存前先 reshape",
    "{} numbers are promised; at most {} x {} x {} are read":
        "文件说有 {} 个数；最多读 {} x {} x {} 个",
    "the darkest pixel is {}; pixels go from 0, white, to 255, black, or to 1":
        "最深的像素是 {}；像素从 0（白）到 255（黑），或到 1",
    "labels are whole numbers, one for each image, not {}": "标签是整数，每幅图像一个，不是 {}",
    "a label is {}; labels are the digits 0 to 9": "有个标签是 {}；标签是数字 0 到 9",
    "{} labels for {} images; the file is damaged or not MNIST":
        "{1} 幅图像却有 {0} 个标签；文件已损坏，或不是 MNIST",
    "{} numbers in the place of {}": "应当有 {1} 个数，却有 {0} 个",
    "images have {} x {} pixels, not {}": "图像是 {} x {} 像素，不是 {}",
    "labels of ten numbers each are 0 but for one 1": "十个数的标签里，只有一个是 1，其余是 0",
    "a number is {}; grey levels and labels are 0 to 255":
        "有个数是 {}；灰度和标签都在 0 到 255 之间",
    "a pixel is {}; pixels go from 0, white, to 255, black, or to 1":
        "有个像素是 {}；像素从 0（白）到 255（黑），或到 1",
    "{} digits for {}; ask for 0 or more": "{1} 要了 {0} 个数字；请要 0 个或更多",
    "the contents are not those that were published": "内容和公布的不一致",
    "this Python cannot speak https: it was built without OpenSSL":
        "这个 Python 不会用 https：编译时没有带 OpenSSL",
    "it redirects to an address that is not https": "它转到了一个不是 https 的地址",
    "it sends more than the file has": "它发来的比文件还长",
    "it is too slow": "太慢了",
    "not there{}; looked at {}. Name a file, a folder, or {}":
        "不存在{}；找过 {}。请写一个文件、一个文件夹，或 {}",
    "no such file, which belongs to {}": "没有这个文件，它和 {} 是一起的",
    "no file beside it is named for its {}": "旁边没有放它的{}的文件",
    "the file is longer than its header says": "文件比文件头说的长",
    "a saved network, no digits": "是保存的网络，不是数字图像",
    "this is not a zip archive of digits, or it is cut short":
        "不是装着数字图像的 zip 文件，或者被截断了",
    "the zip archive is damaged ({})": "zip 文件已损坏（{}）",
    "the pickle is damaged, or not of arrays": "pickle 已损坏，或不是数组",
    "the pickle asks for {}, which no array needs": "pickle 要用 {}，数组用不着它",
    "more than {} pictures": "图片超过 {} 张",
    "no digits in this folder; looked for {}": "文件夹里没有数字图像；找过 {}",
    "no such file or folder": "没有这个文件或文件夹",
    "No such file or directory": "没有这个文件或文件夹",
    "the file is cut short": "文件被截断了",
    "the gzipped contents are damaged ({})": "gzip 压缩的内容已损坏（{}）",
    "there is something after the end of the gzipped contents":
        "gzip 压缩的内容后面还有东西",
    "there are names in it, and no images": "里面有列名，没有图像",
    "line {}: {} numbers; a label and {} pixels are expected":
        "第 {} 行：有 {} 个数；应当是一个标签和 {} 个像素",
    "there are more than {} lines": "超过 {} 行",
    "line {}: {} is not a grey level": "第 {} 行：{} 不是灰度",
    # pictures of digits
    "no ink found": "没有找到笔迹",
    "{}: {} x {} pixels; at most {} a side are read": "{}：{} x {} 像素；每边最多读 {}",
    "{}: {} megapixels; at most {} are read": "{}：{} 百万像素；最多读 {}",
    "it is cut short": "被截断了",
    "it ends too early": "结束得太早",
    "no PNG file": "不是 PNG 文件",
    "{}: {} pieces of ink; a row of up to {} is read": "{}：有 {} 块笔迹；一行最多读 {} 个",
    # saved networks
    "not the JSON of a network, as `train --save net.json` writes it (files of digits go with --data)":
        "不是网络的 JSON，那是 `train --save net.json` 写出来的（数字图像的文件用 --data）",
    "networks are saved as .json, or for NumPy as .npz":
        "网络存成 .json，或给 NumPy 用的 .npz",
    "{} is there already and holds no network: name another file":
        "{} 已经存在，里面又不是网络：请换一个文件名",
    "a digit takes {} inputs and 10 outputs; this network is {}":
        "认数字要 {} 个输入和 10 个输出；这个网络是 {}",
    "a network, but no checkpoint of a run": "是网络，但没有训练的进度",
    "the run was trained and tested on other images than these":
        "那次训练和测试用的是别的图像",
    "{} holds a run that has done {} of {} epochs. To go on with it: --resume {}; to begin anew, name another file":
        "{0} 里有一次训练，{2} 轮做完了 {1} 轮。接着训练：--resume {3}；重新开始就换一个文件名",
    # the list of commands and of demos
    "check your work on the exercises, one at a time, with hints": "检查你的练习，一次一题，有提示",
    "run a demo of one idea: demo NAME; without a name, list them":
        "演示一个想法：demo 名字；不写名字就列出全部",
    "get MNIST, 70,000 digits, from its public mirrors": "从公开的镜像下载 MNIST，70,000 个数字",
    "open a page in the browser: draw digits, and watch a network learn":
        "在浏览器里打开一个页面：手写数字，看网络学习",
    "lay out the lessons in a folder, or read and run them in the browser: --open":
        "把课程放进文件夹，或在浏览器里阅读和运行：--open",
    "read your own handwriting: a photograph or scan of a digit, or of a row":
        "认你自己的笔迹：一个或一行数字的照片、扫描件",
    "train a network to read digits, and say how well it does":
        "训练一个认数字的网络，看它认得怎样",
    "pack purenet and its lessons into one file that Python runs: purenet.pyz":
        "把 purenet 和课程打包成一个 Python 能运行的文件：purenet.pyz",
    "two whole numbers added gate by gate, with nothing but NAND perceptrons":
        "只用与非感知机，一个门一个门地把两个整数相加",
    "one example through a 2-2-1 network and back, every number shown":
        "一个样本在 2-2-1 网络里前向、反向走一遍，每个数都看得见",
    "Andrew Ng's exercise 4 from top to bottom, its figures beside those found here":
        "吴恩达的练习 4，从头到尾，公布的数字和这里算出的并排",
    "the chapter's baseline: guess a digit by how dark its image is":
        "这一章的基准：看图像有多深来猜数字",
    "a ball rolls down a valley: gradient descent, with a good eta or any other":
        "小球滚下山谷：梯度下降，学习率可好可坏",
    "four learning rates side by side: too small, good, too large, far too large":
        "四个学习率并排：太小、正好、太大、大得离谱",
    "a network learns to read digits in seconds; some of its hits and misses":
        "网络几秒学会认数字；看它认对和认错的几个",
    "a perceptron that is a NAND gate: its truth table, each sum worked out":
        "一个感知机就是与非门：真值表，每个和都算出来",
    "a digit in all its ways, one becoming another, and digits as a hand writes":
        "一个数字的各种写法、写法之间的变化，还有手写出来的样子",
    "the cheese festival: a perceptron weighs up three things and decides":
        "奶酪节：感知机权衡三件事，作出决定",
    "the chapter's network three times: plain, made fast, and the book's with NumPy":
        "这一章的网络三种样子：普通的、加快的、书里用 NumPy 的",
    "four ways to learn the same digits in as many passes: SGD, conjugate gradients":
        "用同样多的遍数，四种方法学同样的数字：SGD、共轭梯度……",
    "the step of a perceptron beside the smooth curve of a sigmoid neuron":
        "感知机的阶跃和 S 型神经元的平滑曲线并排",
    "what a hidden neuron looks at: its weights, drawn as a picture":
        "隐藏神经元看的是什么：把它的权重画成图",
    # a training run
    "Training: {} epochs, mini-batches of {}, eta {}": "训练：{} 轮，小批量 {}，学习率 {}",
    "Training: 1 epoch, mini-batches of {}, eta {}": "训练：1 轮，小批量 {}，学习率 {}",
    "starting from {}": "从 {} 开始",
    "scaled weights, seed {}": "按输入个数缩放的初始权重，种子 {}",
    "book weights, seed {}": "书里的初始权重，种子 {}",
    "Epoch {}: {} / {}": "第 {} 轮：{} / {}",
    "Epoch {}: {} / {}, validation {} / {}": "第 {} 轮：{} / {}，验证 {} / {}",
    "Epoch {} complete": "第 {} 轮完成",
    "After {} epochs and {} of training: {} of {} test images right, {}.":
        "训练了 {0} 轮，用时 {1}：{3} 幅测试图像认对 {2} 幅，{4}。",
    "After 1 epoch and {} of training: {} of {} test images right, {}.":
        "训练了 1 轮，用时 {0}：{2} 幅测试图像认对 {1} 幅，{3}。",
    "Most often confused: {}.": "最常认错的：{}。",
    "{} of {} right": "对了 {} / {}",
    # argparse's own words
    "usage: ": "用法： ",
    "usage: {}": "用法： {}",
    "options:": "选项：",
    "optional arguments:": "选项：",
    "positional arguments:": "参数：",
    "show this help message and exit": "显示这段帮助，然后结束",
    "{}: error: {}": "{}：错误：{}",
    "unrecognized arguments: {}": "不认识的参数：{}",
    "the following arguments are required: {}": "还缺这些参数：{}",
    "argument {}: {}": "参数 {}：{}",
    "expected one argument": "后面要有一个值",
    "expected at least one argument": "后面至少要有一个值",
    "expected {} arguments": "后面要有 {} 个值",
    "ignored explicit argument {}": "不能带值 {}",
    "one of the arguments {} is required": "要有其中一个参数：{}",
    "invalid whole number value: {}": "{} 不是整数",
    "invalid port value: {}": "{} 不是端口号",
    "invalid seed value: {}": "{} 不是整数",
    "invalid layers value: {}": "{} 不是各层的大小",
    "--lang is one of {}, not {}": "--lang 是 {} 之一，不能是 {}",
    "invalid choice: {} (choose from {})": "不能是 {}（可选：{}）",
    "invalid int value: {}": "{} 不是整数",
    "invalid float value: {}": "{} 不是数",
    "not allowed with argument {}": "不能和 {} 一起用",
    "ambiguous option: {} could match {}": "选项 {} 有歧义，可能是 {}",
    # the package itself
    "purenet needs Python 3.9 or newer; try python3.9, python3.10 ...":
        "purenet 需要 Python 3.9 或更新的版本；试试 python3.9、python3.10……",
    "purenet has no {}": "purenet 里没有 {}",
    # runs that are kept, saved networks
    "run.best is not a network": "run.best 不是网络",
    "the network's sizes are {}, but its settings say {}":
        "网络的各层大小是 {}，设置里却写着 {}",
    "run.settings is not what this version writes": "run.settings 不是这个版本写的样子",
    "run.settings.{} cannot be {}": "run.settings.{} 不能是 {}",
    "run.done is not a list of epochs": "run.done 不是各轮的列表",
    "run.validated is not a list of {} counts": "run.validated 不是 {} 个计数的列表",
    "run.random is not the state of a random generator":
        "run.random 不是随机数发生器的状态",
    "{} bytes, more than load takes ({}); with fewer hidden neurons it fits":
        "{} 字节，超过了能读的大小（{}）；隐藏神经元少一些就放得下",
    "{} cannot be written: {}. What was there before is there still":
        "{} 写不了：{}。原来的内容还在",
    "a network with the cost {} could not be loaded again":
        "代价为 {} 的网络存了就读不回来",
    "a {} has methods of its own, which a file does not keep: loaded again it would answer or learn otherwise. To save its numbers alone, save Network.from_weights(net.weights, net.biases)":
        "{} 有自己的方法，文件里存不下：读回来后回答或学习会不一样。只想存这些数，就存 Network.from_weights(net.weights, net.biases)",
    "a network with methods of its own": "有自己方法的网络",
    "a zip archive without weights_0, which a network has":
        "zip 文件里没有 weights_0，网络应当有它",
    "{}; a file does not keep those": "{}；文件里存不下",
    "{} has {} bytes, no network has so many": "{} 有 {} 字节，没有这么大的网络",
    "{} is no array of floats in one or two directions": "{} 不是一维或二维的浮点数组",
    "{} does not hold {} x {} ordinary numbers": "{} 里不是 {} x {} 个普通的数",
    "longer than {} bytes, no network is": "超过 {} 字节，没有这么大的网络",
    "not the JSON of a network: {}": "不是网络的 JSON：{}",
    "not a JSON object with a network's entries": "不是带有网络各项的 JSON 对象",
    "{} lists, more than any network needs": "有 {} 个列表，哪个网络也用不了这么多",
    "lists in lists deeper than {}": "列表套列表，超过 {} 层",
    "a whole number of {} digits": "一个 {} 位的整数",
    "{} is no number": "{} 不是数",
    "there is no entry {}": "缺少 {} 这一项",
    "sizes is not two or more whole numbers above 0": "sizes 不是两个或更多大于 0 的整数",
    "cost is neither QuadraticCost nor CrossEntropyCost":
        "cost 既不是 QuadraticCost，也不是 CrossEntropyCost",
    "{} is not a list": "{} 不是列表",
    "{} has {} entries; by the sizes, {}": "{} 有 {} 项；按 sizes 应当有 {} 项",
    "{} is not an ordinary number": "{} 不是普通的数",
    "{} has no NumPy": "{} 没有 NumPy",
    "a process has ended before its work": "有个进程没干完活就结束了",
    "the runner {} did not finish": "参赛的 {} 没有跑完",
    # a training run
    "Network: {}, starting from {}": "网络：{}，从 {} 开始",
    "Network: {}, scaled weights, seed {}":
        "网络：{}，按输入个数缩放的初始权重，种子 {}",
    "Network: {}, book weights, seed {}": "网络：{}，书里的初始权重，种子 {}",
    "Training: {} epochs, mini-batches of {}, eta {}, patience {}":
        "训练：{} 轮，小批量 {}，学习率 {}，耐心 {} 轮",
    "Training: 1 epoch, mini-batches of {}, eta {}, patience {}":
        "训练：1 轮，小批量 {}，学习率 {}，耐心 {} 轮",
    "After {} epochs and {} of training: {} of {} test images right, {},":
        "训练了 {0} 轮，用时 {1}：{3} 幅测试图像认对 {2} 幅，{4}，",
    "After 1 epoch and {} of training: {} of {} test images right, {},":
        "训练了 1 轮，用时 {0}：{2} 幅测试图像认对 {1} 幅，{3}，",
    "After {} epochs and {} of training: not tested.": "训练了 {} 轮，用时 {}：没有测试。",
    "After 1 epoch and {} of training: not tested.": "训练了 1 轮，用时 {}：没有测试。",
    "After {} epochs and {} of training: not tested,": "训练了 {} 轮，用时 {}：没有测试，",
    "After 1 epoch and {} of training: not tested,": "训练了 1 轮，用时 {}：没有测试，",
    "{} read as {} ({})": "{} 认成 {}（{}）",
    "{}, read as {}": "{}，认成 {}",
    "The run in {} is finished.": "{} 里的训练已经完成。",
    "Going on after {} of {} epochs.": "已完成 {} / {} 轮，接着训练。",
    "Reading digits": "读取数字",
    "Drawing digits": "画数字",
    "Making them smaller": "缩小图像",
    "Data: {}, {} to learn from, {} to test with": "数据：{}，学习用 {} 幅，测试用 {} 幅",
    "Data: {}, {} to learn from, {} to choose by, {} to test with":
        "数据：{}，学习用 {} 幅，挑选用 {} 幅，测试用 {} 幅",
    "Data: {}, {} to learn from": "数据：{}，学习用 {} 幅",
    "Data: {}; {} to learn from, {} others": "数据：{}；学习用 {} 幅，另有 {} 幅",
    "Data: {} digits, {}": "数据：{} 个数字，{}",
    "Data: {}": "数据：{}",
    "the built-in digits": "自带的数字",
    "{}, EMNIST, turned upright": "{}，EMNIST，已转正",
    "made out of {}": "由{}缩小而成",
    "(No MNIST was found; {} gets it.)": "（没有找到 MNIST；{} 可以下载。）",
    "Epoch {}": "第 {} 轮",
    "Stopped. Not saved: {}": "已停止。没有保存：{}",
    ", {} left": "，还要 {}",
    "Cost on evaluation data: {}": "评估数据上的代价：{}",
    "Accuracy on evaluation data: {} / {}": "评估数据上的正确数：{} / {}",
    "Cost on training data: {}": "训练数据上的代价：{}",
    "Accuracy on training data: {} / {}": "训练数据上的正确数：{} / {}",
    "files of networks": "网络文件",
    "files of networks:": "网络文件：",
    "pictures, .svg or .png by the name:": "图片，按文件名存成 .svg 或 .png：",
    "{} is neither a digit's network": "{} 不是认数字的网络",
    # the course, conjugate gradients, what a network takes
    "the iterations are used up": "迭代次数已用完",
    "the gradient is zero": "梯度为零",
    "no step lowers the cost any more": "再走一步代价也不会下降了",
    "the cost at the start is {}, the gradient's length {}: start somewhere else":
        "起点的代价是 {}，梯度的长度是 {}：请换个起点",
    "a network {} has {} numbers, not {}": "{} 的网络有 {} 个数，不是 {} 个",
    "Theta{} takes {} inputs, but the layer before has {} neuron(s)":
        "Theta{} 要 {} 个输入，前一层却有 {} 个神经元",
    "a label is one of 1 to {}, not {} (the course's digit 0 is 10)":
        "标签是 1 到 {} 之一，不能是 {}（课程里数字 0 记作 10）",
    "{} images but {} labels": "有 {} 幅图像，却有 {} 个标签",
    "to monitor the evaluation data, give evaluation_data":
        "要监视评估数据，就得给出 evaluation_data",
    "the delta of this cost is known for sigma only: with another activation choose cost=QuadraticCost, or write cost_derivative":
        "这个代价的 delta 只对 sigma 成立：换了激活函数就用 cost=QuadraticCost，或自己写 cost_derivative",
    "no data: the mean of no costs is not a number": "没有数据：零个代价求不出平均值",
    "no examples: the mean of no costs is not a number": "没有样本：零个代价求不出平均值",
    "example {} has {} inputs and {} outputs, the network {} takes others":
        "样本 {} 有 {} 个输入和 {} 个输出，和网络 {} 对不上",
    "outputs are numbered from 0 to {}, not {}": "输出的编号是 0 到 {}，没有 {}",
    # check and its reports
    "Hint {} of {}: {}": "提示 {} / {}：{}",
    "+ right   x tried, not right   . not begun   blank: no such file":
        "+ 做对   x 做了没对   . 没开始   空白：没有文件",
    "right": "做对",
    "have it": "做对的人",
    "not begun": "还没开始",
    "not right yet": "还不对",
    "an error": "出错了",
    "Python cannot read it": "Python 读不懂",
    "no such file": "没有这个文件",
    "prints without end": "打印个没完",
    "does not end": "运行不完",
    "ended too early": "提前结束了",
    "[{}] {} of {} right": "[{}] 做对 {} / {}",
    "Read first:  {}": "先读：       {}",
    "Read again:  {}": "再读：       {}",
    "Counted from 0, item {} should be {}, and is {}.":
        "从 0 数起，第 {} 项应当是 {}，现在是 {}。",
    "a list": "列表",
    "a tuple": "元组",
    "a text": "文本",
    "a whole number": "整数",
    "a number with a point": "带小数点的数",
    "a bool": "真假值",
    "a dict": "字典",
    "a set": "集合",
    "a complex": "复数",
    "a NoneType": "None",
    "Nobody is there to answer input(): take the function's arguments.":
        "没有人回答 input()：请用函数的参数。",
    "A function gives its answer by return, and does not exit.":
        "函数用 return 交出答案，不要退出程序。",
    "A function calls itself without end.": "有个函数没完没了地调用自己。",
    "It asked for more memory than an exercise may have.": "它要的内存超过了练习允许的。",
    "Is the name spelt as in the task?": "名字和题目里写的一样吗？",
    "A function without a return gives None: is a return missing?":
        "没有 return 的函数返回 None：是不是漏了 return？",
    "your code here": "在这里写你的代码",
    "To check this file:  {}": "检查这个文件：  {}",
    "a mark without its partner: {}": "标记没有配对：{}",
    "only gates may be asked here, and nothing else calculated with bits":
        "这里只能用门，不能用别的办法计算二进制位",
    "--csv goes with --class": "--csv 要和 --class 一起用",
    "there is no folder {}; put the exercises there with --start":
        "没有文件夹 {}；用 --start 把练习放进去",
    "which one? Give its number: --reset 07": "哪一题？写上题号：--reset 07",
    "no number": "没有题号",
    "learner": "学生",
    "What the network saw, and its answers": "网络看到的，和它的答案",
    "whole number": "整数",
    # what Python says of a file it cannot read
    "invalid syntax": "语法不对（invalid syntax）",
    "invalid syntax. Perhaps you forgot a comma?":
        "语法不对，是不是少了逗号？（invalid syntax）",
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?":
        "语法不对，是不是想写 == ？（invalid syntax）",
    "expected ':'": "这里应当有冒号（expected ':'）",
    "expected an indented block": "下一行应当缩进（expected an indented block）",
    "expected an indented block after {}":
        "{} 之后的一行应当缩进（expected an indented block）",
    "unexpected indent": "这里不该缩进（unexpected indent）",
    "unindent does not match any outer indentation level":
        "缩进和前面哪一层都对不上（unindent does not match）",
    "inconsistent use of tabs and spaces in indentation":
        "缩进里混用了制表符和空格（inconsistent use of tabs and spaces）",
    "{} was never closed": "{} 没有配对的另一半（was never closed）",
    "parenthesis is never closed": "括号没有配对（parenthesis is never closed）",
    "invalid syntax ({})": "语法不对（invalid syntax, {}）",
    "unmatched {}": "多出一个 {}（unmatched）",
    "closing parenthesis {} does not match opening parenthesis {}":
        "右括号 {} 和左括号 {} 不是一对（does not match）",
    "closing parenthesis {} does not match opening parenthesis {} on line {}":
        "右括号 {0} 和第 {2} 行的左括号 {1} 不是一对（does not match）",
    "EOL while scanning string literal": "引号没有配对（EOL while scanning string literal）",
    "EOF while scanning triple-quoted string literal":
        "三引号没有配对（EOF while scanning string literal）",
    "unexpected EOF while parsing": "文件结束得太早（unexpected EOF）",
    "unterminated string literal (detected at line {})":
        "引号没有配对，在第 {} 行发现（unterminated string literal）",
    "unterminated triple-quoted string literal (detected at line {})":
        "三引号没有配对，在第 {} 行发现（unterminated string literal）",
    "invalid character {} ({})": "有个字符不对：{}（{}）",
    "invalid non-printable character {}": "有个看不见的字符：{}",
    "invalid character in identifier": "名字里有个字符不对（invalid character）",
    "cannot assign to {}": "不能给 {} 赋值（cannot assign）",
    "'return' outside function": "return 写在了函数外面（'return' outside function）",
    "source code cannot contain null bytes": "文件里有空字节（null bytes）",
    "source code string cannot contain null bytes": "文件里有空字节（null bytes）",
    # what the system says
    "No space left on device": "磁盘满了",
    "Permission denied": "没有权限",
    "Is a directory": "这是一个文件夹",
    "Not a directory": "这不是文件夹",
    "File exists": "文件已经存在",
    "File too large": "文件太大",
    "File name too long": "文件名太长",
    "Read-only file system": "这个盘只能读，不能写",
    "Input/output error": "读写出错",
    "Too many open files": "打开的文件太多",
    "Address already in use": "端口已被占用",
    "Directory not empty": "文件夹不是空的",
    "Cannot allocate memory": "内存不够",
    "Operation not permitted": "不允许这样做",
    "Disk quota exceeded": "磁盘配额已用完",
    "Invalid argument": "参数不对",
    "it is a folder or a device": "它是文件夹或设备",
    "the file may not be changed": "文件不许修改",
    # files of digits, more of them
    "X has {} columns and y {}, not {} pixels and 1 label":
        "X 有 {} 列，y 有 {} 列；应当是 {} 个像素和 1 个标签",
    "there are no images": "里面没有图像",
    "X has numbers that are no brightness": "X 里有些数不是亮度",
    "a label is one of 1 to 10, not {}": "标签是 1 到 10 之一，不能是 {}",
    "it answers {} {}": "它回答 {} {}",
    "{} could not be downloaded ({}). By hand, put {} into {}":
        "{} 下载不了（{}）。可以自己把 {} 放进 {}",
    "There is no connection to the mirrors of MNIST ({}). By hand, put {} into {}":
        "连不上 MNIST 的镜像（{}）。可以自己把 {} 放进 {}",
    "(named by ${})": "（环境变量 {} 指定的）",
    "not there (named by ${}); looked at {}. Name a file, a folder, or {}":
        "不存在（环境变量 {} 指定的）；找过 {}。请写一个文件、一个文件夹，或 {}",
    "{}, {}, mnist.npz, mnist_train.csv, or folders 0 to 9":
        "{}、{}、mnist.npz、mnist_train.csv，或文件夹 0 到 9",
    "no such file, which belongs to {}. To learn without a test: --test 0":
        "没有这个文件，它和 {} 是一起的。只学习不测试：--test 0",
    "To learn without a test: --test 0": "只学习不测试：--test 0",
    "no file beside it is named for its {}. To learn without a test: --test 0":
        "旁边没有放它的{}的文件。只学习不测试：--test 0",
    "this is not an IDX file of images or labels": "这不是图像或标签的 IDX 文件",
    "an IDX file of type 0x{} with {} directions; images are of type 0x08, bytes, with 3, labels with 1":
        "类型 0x{}、{} 维的 IDX 文件；图像应当是类型 0x08（字节）、3 维，标签是 1 维",
    "{} bytes are promised; MNIST has 70,000 x {} x {}, and at most {} images are read":
        "文件说有 {} 个字节；MNIST 有 70,000 x {} x {}，最多读 {} 幅图像",
    "an image has {} grey levels ({} x {}), not {}":
        "一幅图像有 {} 个灰度（{} x {}），不是 {} 个",
    "there is no variable named {} in the file": "文件里没有名叫 {} 的变量",
    "a MATLAB 7.3 file, which is HDF5; save it again with save -v7":
        "MATLAB 7.3 的文件，其实是 HDF5；请用 save -v7 重新保存",
    "a MATLAB 7.3 file, which is HDF5: save it again with save -v7":
        "MATLAB 7.3 的文件，其实是 HDF5：请用 save -v7 重新保存",
    "not a MATLAB 5 file; if it is MATLAB 4, save it again with save -v7":
        "不是 MATLAB 5 的文件；如果是 MATLAB 4，请用 save -v7 重新保存",
    "not a MATLAB 5 file": "不是 MATLAB 5 的文件",
    "a variable is cut short": "有个变量被截断了",
    "a compressed variable is cut short": "有个压缩的变量被截断了",
    "a compressed variable is damaged ({})": "有个压缩的变量已损坏（{}）",
    "there is an element of kind {} in the place of a variable":
        "应当是变量的地方，却是类型 {} 的元素",
    "variable {} is longer than its numbers": "变量 {} 比它的数还长",
    "variable {} has fractions among whole numbers": "变量 {} 的整数里混有小数",
    "variable {} is {}, not a table of real numbers": "变量 {} 是{}，不是实数的表",
    "a cell array": "元胞数组（cell array）",
    "an object": "对象",
    "a structure": "结构体",
    "text": "文本",
    "complex": "复数",
    "sparse": "稀疏矩阵",
    "variable {} is of class {}, unknown to MATLAB": "变量 {} 的类别 {} 在 MATLAB 里没有",
    "variable {} has {} dimensions, not two": "变量 {} 有 {} 维，不是两维",
    "variable {} has {} x {} numbers; at most {} are read":
        "变量 {} 有 {} x {} 个数；最多读 {} 个",
    "variable {} has fewer rows or columns than none": "变量 {} 的行数或列数小于零",
    "a variable does not begin as MATLAB writes it": "有个变量的开头不是 MATLAB 的写法",
    "a variable has numbers of kind {}, unknown to MATLAB":
        "有个变量的数是类型 {}，MATLAB 里没有",
    "a variable has more or fewer numbers than its size says":
        "有个变量的数和它的大小对不上",
    "a tag that has room for 4 bytes says it holds {}":
        "有个标记只放得下 4 个字节，却说有 {} 个",
    "an element ends in the middle of a number": "有个元素在一个数的中间断了",
    "a zip archive without arrays of NumPy's ({}); if it holds files of digits, unpack it first":
        "zip 文件里没有 NumPy 的数组（{}）；如果里面是数字图像的文件，请先解压",
    "{}.npy is packed in a way that NumPy does not use": "{}.npy 的压缩方式 NumPy 不用",
    "{}.npy is not as long as the archive says": "{}.npy 的长度和 zip 文件里写的不一样",
    "the zip archive lists more files than one of digits":
        "zip 文件里列的文件太多，不像数字图像",
    "there is something in the archive that is not NumPy's":
        "zip 文件里有不属于 NumPy 的东西",
    "an array is not of numbers, or not as NumPy writes it":
        "有个数组不是数，或不是 NumPy 的写法",
    "an array is larger than the images of digits can be": "有个数组太大，不会是数字图像",
    "an array is longer than its header says": "有个数组比它的头部说的长",
    "the pen writes the digits 0 to 9, not {}": "这支笔写数字 0 到 9，不写 {}",
    "the pickle holds more than 70,000 images can take":
        "pickle 里的东西比 70,000 幅图像还多",
    "the pickle holds lists of images, as the book's mnist_expanded.pkl.gz does, which has 250,000 images one by one; read are whole arrays, as in mnist.pkl.gz":
        "pickle 里是图像的列表，书里的 mnist_expanded.pkl.gz 就是这样，250,000 幅一幅一幅地放；这里读的是整个数组，如 mnist.pkl.gz",
    "an array of the pickle was never filled": "pickle 里有个数组一直没有填上",
    "there is something after the end of the pickle": "pickle 结束之后还有东西",
    "the pickle does not hold three pairs of images and labels":
        "pickle 里不是三对图像和标签",
    "the pickle does not hold arrays of images and labels":
        "pickle 里不是图像和标签的数组",
    "a dictionary without arrays of numbers in it ({})": "字典里没有数的数组（{}）",
    "the pickle has more instructions than arrays need": "pickle 的指令太多，数组用不着",
    "the pickle has an instruction no array needs ({})": "pickle 有条数组用不着的指令（{}）",
    "the pickle asks for something without a name": "pickle 要用一个没有名字的东西",
    "the pickle calls something in a way no array needs": "pickle 调用东西的方式，数组用不着",
    "the pickle fills something that is not an array": "pickle 往不是数组的东西里填数",
    "the name does not begin with one digit that says what is on it, as 3_anna.png does; or sort the pictures into folders 0 to 9":
        "文件名的开头不是说明内容的一个数字，例如 3_anna.png；也可以把图片分到文件夹 0 到 9 里",
    "{} images cannot be read: that is less than none": "读不了 {} 幅图像：比零还少",
    "a folder of pictures, which mnist_loader.load_data reads":
        "是图片文件夹，由 mnist_loader.load_data 来读",
    "this is not a file of digits of a kind known here, which are {}, LeCun's four files, mnist.npz, CSV and ex4data1.mat":
        "不是这里认得的数字图像文件；认得的有 {}、LeCun 的四个文件、mnist.npz、CSV 和 ex4data1.mat",
    "the arrays in it are {}; looked for images and labels, as x_train and y_train":
        "里面的数组是 {}；要找的是图像和标签，如 x_train 和 y_train",
    "one array, of images or labels: its name does not say which, nor where the other is, as x_train.npy and y_train.npy would":
        "只有一个数组：从名字看不出是图像还是标签，也看不出另一个在哪里；x_train.npy 和 y_train.npy 就看得出",
    "no images to test with in it, only to learn from: --test 0":
        "里面没有测试用的图像，只有学习用的：--test 0",
    "no images to learn from in it, only to test with":
        "里面没有学习用的图像，只有测试用的",
    "more than {} images": "超过 {} 幅图像",
    "packed with {}: unpack it first": "是用 {} 压缩的：请先解压",
    "a picture: recognise reads it; to learn from pictures name a folder, with folders 0 to 9 in it":
        "是图片：recognise 能认它；要用图片学习，请写一个文件夹，里面有文件夹 0 到 9",
    "a saved network, no digits: `train --load` starts from it, `recognise --net` reads with it":
        "是保存的网络，不是数字图像：`train --load` 从它开始，`recognise --net` 用它认",
    "gzipped twice: unpack it once (gunzip)": "用 gzip 压缩了两次：请先解压一次（gunzip）",
    "a pointer of Git LFS, not the file: `git lfs pull` gets it":
        "是 Git LFS 的指针，不是文件本身：用 `git lfs pull` 取来",
    "Octave's text format: save it again with save -v7":
        "是 Octave 的文本格式：请用 save -v7 重新保存",
    "Octave's binary format: save it again with save -v7":
        "是 Octave 的二进制格式：请用 save -v7 重新保存",
    "an HDF5 file: save the arrays with numpy.savez":
        "是 HDF5 文件：请用 numpy.savez 保存数组",
    "a Parquet file: save it as CSV": "是 Parquet 文件：请存成 CSV",
    "a PDF, no file of digits": "是 PDF，不是数字图像的文件",
    "a spreadsheet's own file: save it as CSV": "是电子表格自己的文件：请存成 CSV",
    "text in UTF-16: save it as CSV in UTF-8": "是 UTF-16 的文本：请存成 UTF-8 的 CSV",
    "the file is empty": "文件是空的",
    "a web page (HTML), not the file: get it by the link that downloads it":
        "是网页（HTML），不是文件本身：请用真正的下载链接",
    "JSON, no file of digits": "是 JSON，不是数字图像的文件",
    "not a file": "不是文件",
    "a line is too long for a file of digits": "有一行太长，不像数字图像的文件",
    "there are more empty lines than others": "空行比其他行还多",
    "no labels in it: {} numbers a line, as in Kaggle's test.csv. To learn from are files with labels, as its train.csv":
        "里面没有标签：每行 {} 个数，像 Kaggle 的 test.csv。学习要用带标签的文件，如它的 train.csv",
    "no MNIST found, so these are the built-in digits; looked at {}":
        "没有找到 MNIST，所以这些是自带的数字；找过 {}",
    "a digit is one of 0 to 9, not {}": "数字是 0 到 9 之一，不能是 {}",
    # pictures of digits
    "a rare kind of BMP file: save it as PNG or JPEG":
        "少见的 BMP 文件：请存成 PNG 或 JPEG",
    "a damaged BMP file: {}": "BMP 文件已损坏：{}",
    "{} bytes of pixels; {} are read at most, some ten seconds' work: save it smaller, or as JPEG":
        "像素有 {} 字节；最多读 {}，那要十秒左右：请存小一些，或存成 JPEG",
    "there is a code that its table does not have": "有个编码不在它的表里",
    "a table of codes has too many": "有个编码表太长",
    "a block has more than 64 numbers": "有一块超过 64 个数",
    "it has more codes than a photograph of handwriting needs":
        "编码比一张手写照片需要的还多",
    "a block's mean is beyond all bounds": "有一块的平均值大得离谱",
    "longer than {} bytes": "超过 {} 字节",
    "its parts do not fit": "各部分对不上",
    "the JPEG file is damaged ({})": "JPEG 文件已损坏（{}）",
    "a JPEG file of a rare kind ({}): save it as an ordinary JPEG or as PNG":
        "少见的 JPEG 文件（{}）：请存成普通的 JPEG 或 PNG",
    "arithmetically coded": "算术编码",
    "it has two pictures in one": "一个文件里有两幅图",
    "a JPEG file of {} bits, not of 8": "{} 位的 JPEG 文件，不是 8 位",
    "a JPEG file of {} inks (CMYK, for printing): save it in grey or in RGB":
        "{} 种油墨的 JPEG 文件（印刷用的 CMYK）：请存成灰度或 RGB",
    "it has no size": "没有大小",
    "{} x {} pixels; {} are read at most": "{} x {} 像素；最多读 {}",
    "its components have no size": "各分量没有大小",
    "a scan comes before the picture's size": "扫描数据出现在图片大小之前",
    "a scan has no such numbers": "扫描数据里没有这样的数",
    "a scan is of a component that there is none of": "扫描数据属于一个不存在的分量",
    "{} numbers in its scans, more than a photograph of handwriting needs: save it smaller":
        "扫描数据里有 {} 个数，比一张手写照片需要的多：请存小一些",
    "no PGM or PPM file": "不是 PGM 或 PPM 文件",
    "{} x {} pixels up to {}": "{} x {} 像素，数值到 {}",
    "a picture as text of more than {} bytes: save it as PNG or JPEG":
        "文本形式的图片超过 {} 字节：请存成 PNG 或 JPEG",
    "a damaged picture: {}": "图片已损坏：{}",
    "a number was expected": "这里应当是数",
    "the number {}…": "数 {}……",
    "a {} file, which only the page can open, if your browser does: {}. Or save it as JPEG or PNG":
        "是 {} 文件，只有页面能打开，而且要浏览器支持：{}。或者存成 JPEG 或 PNG",
    "neither JPEG nor PNG, BMP, PGM nor PPM; save it as JPEG or PNG":
        "不是 JPEG、PNG、BMP、PGM 或 PPM；请存成 JPEG 或 PNG",
    "it does not begin with its size": "开头不是它的大小",
    "a damaged PNG file: {}": "PNG 文件已损坏：{}",
    "the check of its chunk {} fails": "数据块 {} 的校验不对",
    "it names a kind of pixels that there is not": "写的像素种类并不存在",
    "interlaced PNG files are not read: save it again without interlacing":
        "不读隔行的 PNG 文件：请重新保存，不要隔行",
    "its palette is missing": "缺少调色板",
    "its transparent colour is none": "透明色不对",
    "an unexpected chunk {}": "意外的数据块 {}",
    "there is something in its end": "结尾的数据块里有东西",
    "its pixels cannot be unpacked": "像素解压不了",
    "its pixels end too early": "像素结束得太早",
    "it holds more pixels than its size": "像素比它的大小多",
    "it holds fewer pixels than its size": "像素比它的大小少",
    "a row with filter {}; there are 0 to 4": "有一行的滤波器是 {}；只有 0 到 4",
    "colour {} is not in its palette": "颜色 {} 不在调色板里",
    "no ink": "没有笔迹",
    "the picture": "图片",
    "the picture: {}": "图片：{}",
    # pictures that are drawn, charts
    "show draws images, a Matrix, a Network or a list of Epochs, not {}":
        "show 能画图像、Matrix、Network 或 Epoch 的列表，画不了 {}",
    "pictures are written as .svg or .png": "图片存成 .svg 或 .png",
    "layers of 5 neurons at most can be read, not {}":
        "每层最多 5 个神经元才看得清，不能是 {}",
    "{} is no shape": "{} 不是图形",
    "an axis from {} to {} has no length": "从 {} 到 {} 的坐标轴没有长度",
    "no points to draw": "没有可画的点",
    "{} curves but {} names": "{} 条曲线却有 {} 个名字",
    "{} rows of {} counts: as many answers as digits are needed":
        "{} 行、每行 {} 个计数：答案和数字应当一样多",
    "{} weights but {} input names": "{} 个权重却有 {} 个输入的名字",
    "sizes {}: every layer needs at least one neuron":
        "sizes 是 {}：每层至少要有一个神经元",
    "{} layers but {} names": "{} 层却有 {} 个名字",
    "no colour {}: {}": "没有颜色 {}：{}",
    "{} pictures but {} captions": "{} 幅图却有 {} 个说明",
    "no curve without an epoch and test images": "没有轮次和测试图像就没有曲线",
    "{} numbers are no square picture (784 are: 28 x 28)":
        "{} 个数排不成正方形（784 个可以：28 x 28）",
    "no pixels to write": "没有像素可写",
    "rows of {} and {} pixels make no picture": "{} 和 {} 个像素的行拼不成图片",
    "{} values but {} labels": "{} 个值却有 {} 个标签",
    "a bar cannot show {}: it begins at 0": "柱形画不了 {}：它从 0 开始",
    "no numbers to draw": "没有可画的数",
    "{} is not below {}": "{} 不小于 {}",
    # the chapter's modules
    "epsilon is a small number above 0, not {}": "epsilon 是大于 0 的小数，不能是 {}",
    "the learning rate eta is a number above 0, not {}":
        "学习率 eta 是大于 0 的数，不能是 {}",
    "the adder takes whole numbers from 0 on, not {}": "加法器要从 0 开始的整数，不能是 {}",
    "a gate takes bits, 0 or 1, not {}": "门的输入是 0 或 1，不能是 {}",
    "a matrix needs at least one row and one column": "矩阵至少要有一行和一列",
    "rows of different lengths: row 0 has {}, row {} has {}":
        "各行长短不一：第 0 行有 {} 个，第 {} 行有 {} 个",
    "a {} x {} matrix times a vector of {} numbers": "{} x {} 的矩阵乘 {} 个数的向量",
    "a vector of {} {} times a {} x {} matrix": "{0} 个数的向量乘 {2} x {3} 的矩阵",
    "a {} x {} matrix times a {} x {} matrix": "{} x {} 的矩阵乘 {} x {} 的矩阵",
    "matrices of different shapes: {} x {} and {} x {}":
        "矩阵的形状不同：{} x {} 和 {} x {}",
    "{} weights but {} inputs": "有 {} 个权重，却有 {} 个输入",
    "{} weight but {} inputs": "有 {} 个权重，却有 {} 个输入",
    "{} weights but {} input": "有 {} 个权重，却有 {} 个输入",
    "sigmoid(nan): some input, weight or bias is inf or nan":
        "sigmoid(nan)：有个输入、权重或偏置是 inf 或 nan",
    "{} is a whole number from {} on, not {}": "{} 是从 {} 开始的整数，不能是 {}",
    "sizes are two or more whole numbers above 0, not {}":
        "sizes 是两个或更多大于 0 的整数，不能是 {}",
    "{} matrices of weights and {} lists of biases: each layer after the first has one of both":
        "{} 个权重矩阵和 {} 个偏置列表：第一层之后的每层各有一个",
    "weights[{}] has {} columns for the {} neurons of the layer before":
        "weights[{}] 有 {} 列，前一层却有 {} 个神经元",
    "weights[{}] has {} row{} for the {} biases of its layer":
        "weights[{0}] 有 {1} 行，这一层却有 {3} 个偏置",
    'init is "book" or "scaled", not {}': 'init 是 "book" 或 "scaled"，不能是 {}',
    "eta is an ordinary number, not {}": "eta 是普通的数，不能是 {}",
    "a mini-batch has one example or more": "小批量里至少有一个样本",
    "there is no training data": "没有训练数据",
    "training data has the {} outputs wanted as y, not {}: mnist_loader.load_data_wrapper makes such lists for digits; for two outputs they are [1.0, 0.0] and so on":
        "训练数据的 y 是 {} 个期望的输出，不能是 {}：认数字时 mnist_loader.load_data_wrapper 会做好这样的列表；两个输出时就是 [1.0, 0.0] 等等",
    "an example wants {} outputs, and the network has {}":
        "有个样本要 {} 个输出，网络却有 {} 个",
    "test data has a digit as y, not the list {}; the digit is the place of its largest number: y.index(max(y))":
        "测试数据的 y 是一个数字，不是列表 {}；数字就是最大的数所在的位置：y.index(max(y))",
    "test data has {} as y, but the answers of this network are 0 to {}":
        "测试数据的 y 是 {}，而这个网络的答案是 0 到 {}",
    "{} is a list of pairs (x, y), not {}": "{} 是 (x, y) 对的列表，不能是 {}",
    "{} is one list of pairs (x, y), not all three: write training_data, validation_data, test_data = ..., and give one":
        "{} 是一个 (x, y) 对的列表，不是三个：先写 training_data, validation_data, test_data = ...，再给出其中一个",
    "{} is a list of pairs (x, y), not a pair of lists: load_data_wrapper gives it, where load_data does not; two lists become one by list(zip(images, labels))":
        "{} 是 (x, y) 对的列表，不是一对列表：load_data_wrapper 给的是它，load_data 不是；两个列表可以用 list(zip(images, labels)) 合成一个",
    "{} is a list of pairs (x, y), and {} is none; two lists, X and y, become one by list(zip(X, y))":
        "{} 是 (x, y) 对的列表，{} 却不是；两个列表 X 和 y 可以用 list(zip(X, y)) 合成一个",
    "training data": "训练数据",
    "test data": "测试数据",
    "an input of the {} has {} numbers, and the network {} inputs; an input is a flat list of numbers":
        "{}的一个输入有 {} 个数，网络却有 {} 个输入；一个输入是一列平铺的数",
    "inputs reach {}: a sigmoid neuron learns hardly anything from numbers far above 1; divide them (grey levels from 0 to 255 by 256)":
        "输入大到 {}：远大于 1 的数 S 型神经元几乎学不动；请除小（0 到 255 的灰度除以 256）",
    "outputs wanted are below 0 or above 1, where a sigmoid neuron can not come: scale them to lie between 0 and 1":
        "期望的输出小于 0 或大于 1，S 型神经元到不了：请缩放到 0 和 1 之间",
    "weights have grown to inf or nan: start again with a smaller eta, and check that all inputs are ordinary numbers":
        "权重已长成 inf 或 nan：换小一点的 eta 重来，并检查所有输入都是普通的数",
    "a vector is a flat list of numbers, not {}; NumPy's arrays of more directions are made flat by .ravel()":
        "向量是一列平铺的数，不能是 {}；NumPy 的多维数组可以用 .ravel() 铺平",
    "vectors of different lengths: {} and {}": "向量的长度不同：{} 和 {}",
    # lessons as pages, the server
    "Lessons": "课程",
    "Run it here": "在这里运行",
    "Read the lesson": "先读这一课",
    "This is the file": "文件是",
    "{} is there already: name a folder that is new": "{} 已经存在：请写一个新的文件夹",
    "no pyodide.mjs there; npm's pyodide has one":
        "里面没有 pyodide.mjs；npm 的 pyodide 里有",
    "{}: {} pages. To read them, open {}": "{}：{} 个网页。要读就打开 {}",
    "{}: {} bytes.": "{}：{} 字节。",
    "To run them, serve {} and open run.html there.":
        "要运行代码块，请让网站提供 {}，再打开其中的 run.html。",
    "the lessons are not here: only the package is": "这里没有课程，只有程序包",
    "there is not enough memory for this": "内存不够",
    "the data has {} images to learn from and {} to test with; both are needed":
        "数据里学习用 {} 幅，测试用 {} 幅；两样都要有",
    "the process that learns has ended; start it again": "学习的进程已经结束；请重新开始",
    # demo adder, nand, perceptron
    "{} = {} and {} = {} in binary. Bit by bit from the right, a full":
        "{} = {}，{} = {}（二进制）。从右边起，一位一位地",
    "adder takes one bit of each and the carry, and gives a bit of the sum and":
        "交给全加器：它取两个数的各一位和进位，给出和的一位与",
    "the next carry. The last carry is the sum's first bit:":
        "下一个进位。最后的进位就是和的最高位：",
    "worth   a   b  carry   sum  carry  NANDs": "位值    a   b   进位   和位   进位  与非",
    "{} + {} = {}: {} NAND perceptrons, each asked once.":
        "{} + {} = {}：用了 {} 个与非感知机，每个只问一次。",
    "19 if not given": "不写就是 19",
    "23 if not given": "不写就是 23",
    "A perceptron with weights -2 and -2 and bias 3 fires for z > 0,":
        "权重是 -2 和 -2、偏置是 3 的感知机，在 z > 0 时激活，",
    "where z = w . x + b. Fed with bits, it is a NAND gate:":
        "其中 z = w . x + b。输入只取 0 和 1 时，它就是与非门：",
    "x1  x2   z = w . x + b               NAND": "x1  x2   z = w . x + b               与非",
    "Out of NANDs all else can be made: {} 19 23": "用与非门能搭出其他一切：{} 19 23",
    "Shall I go to the cheese festival? Three things count:":
        "要不要去奶酪节？要看三件事：",
    "good weather 6, a friend who comes along 2, a train that goes there 2.":
        "天气好，权重 6；有朋友同去，权重 2；有火车到那里，权重 2。",
    "I go if what holds sums up to more than {}, my threshold.":
        "成立的几项加起来超过阈值 {}，我就去。",
    "weather  friend      train  sum  decision": "天气     朋友        火车    和  决定",
    "bad": "不好",
    "good": "好",
    "stays away": "不去",
    "comes": "同去",
    "far": "远",
    "near": "近",
    "stays at home": "待在家里",
    "goes": "去",
    "As a bias: b = -threshold = {}, and I go for w . x + b > 0.":
        "写成偏置：b = -阈值 = {}，w . x + b > 0 时我就去。",
    "Try another threshold: {} --threshold 3": "换个阈值试试：{} --threshold 3",
    "what the sum must pass (5)": "和要超过多少（5）",
    # demo backprop
    "A 2-2-1 network, its weights drawn with seed {}; the input x and the":
        "一个 2-2-1 网络，权重由种子 {} 抽出；输入 x 和",
    "output y wanted for it: x = {}, y = {}": "它期望的输出 y：x = {}，y = {}",
    "weights  w2 = {}  b2 = {}": "权重     w2 = {}  b2 = {}",
    "forward  z2 = w2 x + b2  = {}": "前向     z2 = w2 x + b2  = {}",
    "         the cost is C = (a3 - y)^2 / 2 = {}": "         代价 C = (a3 - y)^2 / 2 = {}",
    "backward delta3 = (a3 - y) * sigma'(z3)               = {}":
        "反向     delta3 = (a3 - y) * sigma'(z3)               = {}",
    "         delta2 = (w3 transposed delta3) * sigma'(z2) = {}":
        "         delta2 = (w3 转置乘 delta3) * sigma'(z2)     = {}",
    "nabla_w  w3: delta3 times a2 = {}": "nabla_w  w3：delta3 乘 a2 = {}",
    "         w2: delta2 times x  = {}": "         w2：delta2 乘 x  = {}",
    "nabla_b  b3: delta3 = {}   b2: delta2 = {}": "nabla_b  b3：delta3 = {}   b2：delta2 = {}",
    "Checked by changing each a little, to and fro, and looking at the cost:":
        "验算：把每个数来回改一点点，看代价怎样变：",
    "          backprop         by trying": "          反向传播         试出来的",
    "The largest difference: {}": "最大的差：{}",
    "for other weights (1)": "换一组权重（1）",
    # demo course
    "All 5,000 digits, in some minutes: add --full":
        "全部 5,000 个数字要几分钟：加上 --full",
    "A hundred of them, at half their size:": "其中一百个，缩小一半：",
    "Without the course's {} there are no given weights to try.":
        "没有课程的 {}，就没有现成的权重可试。",
    "The given weights, on all {} digits:": "现成的权重，用在全部 {} 个数字上：",
    "                            here    published": "                            这里    公布的",
    "  cost, lambda {}  {}": "  代价，lambda {} {}",
    "  read right      {}": "  认对            {}",
    "Checking the gradient: a network 3-5-3, lambda 3, its 38 slopes":
        "检查梯度：3-5-3 网络，lambda 3，它的 38 个斜率",
    "  by backprop   by trying         by backprop   by trying":
        "     反向传播     试出来的            反向传播     试出来的",
    "Relative difference: {} (the course wants less than 1e-9)":
        "相对差：{}（课程要求小于 1e-9）",
    "One-vs-all": "一对多",
    "Training": "训练",
    "One-vs-all logistic regression, {} digits, lambda {}, {} iterations: {}":
        "一对多逻辑回归，{} 个数字，lambda {}，迭代 {} 次：{}",
    "  published, with all 5,000: {}": "  公布的，用全部 5,000 个：{}",
    "95.5 to 97.5 %": "95.5% 到 97.5%",
    "Training, cost {}": "训练，代价 {}",
    "Network 400-25-10, {} digits, lambda {}, {} iterations: {}":
        "网络 400-25-10，{} 个数字，lambda {}，迭代 {} 次：{}",
    "  cost {} after {} evaluations": "  求值 {1} 次后代价为 {0}",
    "The cost after each iteration:": "每次迭代之后的代价：",
    "What the 25 hidden neurons look at:": "25 个隐藏神经元看的是什么：",
    "  right of the {} learned from: {}": "  学过的 {} 个里认对：{}",
    "  right of the {} others: {}": "  另外的 {} 个里认对：{}",
    "with ex4data1.mat and ex4weights.mat": "放有 ex4data1.mat 和 ex4weights.mat 的文件夹",
    "learn from all 5,000 digits": "用全部 5,000 个数字学习",
    "for another run (0)": "换一个数，就是另一次（0）",
    # demo darkness
    "without images there is nothing to guess from: ask for more":
        "没有图像就无从猜起：请多要一些",
    "The average darkness of {} images, black pixels' worth:":
        "{} 幅图像的平均深浅，折合成黑像素的个数：",
    "Each test image is taken for the digit with the nearest average:":
        "每幅测试图像，都猜成平均深浅最接近的数字：",
    "{} of {} right, {}.": "{1} 幅猜对 {0} 幅，{2}。",
    "Guessing blindly gives 10 %; a small network above 90 %.":
        "瞎猜能对 10%；小小的网络超过 90%。",
    "a file or folder": "文件或文件夹",
    "(all)": "（全部）",
    # demo descent, eta
    "The valley is C(v) = v^2 / 2, its slope C'(v) = v. The ball starts at -2.5.":
        "山谷是 C(v) = v^2 / 2，斜率 C'(v) = v。小球从 -2.5 出发。",
    "Each step: v -> v - eta C'(v), with eta = {}.":
        "每一步：v -> v - eta C'(v)，eta = {}。",
    "step         v          C(v)": "步数         v          C(v)",
    "epoch": "轮",
    "the valley": "山谷",
    "the ball": "小球",
    "It rolled down. Try --eta 0.05, 1.9 and 2.1.":
        "它滚下去了。试试 --eta 0.05、1.9 和 2.1。",
    "It is as high as at the start: eta is too large. Try 0.3.":
        "它和出发时一样高：eta 太大了。试试 0.3。",
    "It jumped over the bottom, higher each time: eta is too large. Try 0.3.":
        "它越过谷底，一次比一次高：eta 太大了。试试 0.3。",
    "learning rate (0.3)": "学习率（0.3）",
    "Networks 784-{}-10, {} weights, learn.": "几个 784-{}-10 网络开始学习，初始权重 {}。",
    "eta {}: it does not learn. To {} of the images it answers {}.":
        "eta {}：它没有学会。{} 的图像它都答 {}。",
    "eta {}: it learns.": "eta {}：它在学。",
    "eta {}: it learns. Never the answer: {}.": "eta {}：它在学。从来不答：{}。",
    "hidden neurons ({})": "隐藏神经元（{}）",
    "the weights at the start (scaled)": "初始权重（scaled）",
    # demo mnist, weights
    "A network {} learns from {} images:": "{} 网络用 {} 幅图像学习：",
    "Read right:": "认对的：",
    "Read wrong:": "认错的：",
    "says {}": "答 {}",
    "Below each: the digits that it speaks for (+) and against (-) most.":
        "每幅下面：它最支持（+）和最反对（-）的数字。",
    "Ink on red speaks for the neuron, ink on blue against it.":
        "笔迹落在红处支持这个神经元，落在蓝处反对它。",
    "Ink on + * # speaks for the neuron, ink on , - = % against it.":
        "笔迹落在 + * # 上支持这个神经元，落在 , - = % 上反对它。",
    "0 for none (15)": "0 表示没有（15）",
    # demo pen
    "The ways of writing {}, just as purenet/data/ways.py has them:":
        "{} 的各种写法，就是 purenet/data/ways.py 里的样子：",
    "Of the wider world, in purenet/data/world.py:":
        "更广的世界里的写法，在 purenet/data/world.py：",
    "{} becoming {}:": "从 {} 变成 {}：",
    "A habit, in {}: the points that move together.":
        "{} 的一种习惯：一起移动的那些点。",
    "As a hand writes them: habits, points missed, slant, a thin or thick pen.":
        "手写出来的样子：习惯、走偏的点、倾斜、笔的粗细。",
    "whose ways are shown, 0 to 9 (2)": "看哪个数字的写法，0 到 9（2）",
    "show a hundred digits": "显示一百个数字",
    "write the hundred as SVG": "把一百个数字写成 SVG",
    "for other digits (0)": "换一批数字（0）",
    "--svg writes a .svg file, not {}": "--svg 写的是 .svg 文件，不是 {}",
    "A hundred drawn digits": "画出来的一百个数字",
    "a hundred digits": "一百个数字",
    # demo race, roads, sigmoid
    "          learning              recognising": "          学习                  识别",
    "784-{}-10, {} images: time an image, and as a ratio":
        "784-{}-10，{} 幅图像：每幅的时间，和时间之比",
    "Reading {} images takes {} s, preparing them {} us each, once, and {} MB.":
        "读 {} 幅图像要 {} s，准备它们，每幅一次 {} us，占 {} MB。",
    "more sizes, more images; some minutes": "更多大小、更多图像；要几分钟",
    "images in a lap (1000), or of the whole chapter (50000)":
        "一圈多少幅图像（1000），或整章多少幅（50000）",
    "train the whole chapter from start to end instead; with these too":
        "改为从头到尾训练整章；也用这些 Python",
    "epochs of the whole chapter (30)": "整章多少轮（30）",
    "784-{}-10, {} epochs of {} images, from start to end":
        "784-{}-10，{} 轮，每轮 {} 幅图像，从头到尾",
    "{} did not train to the end: {}": "{} 没有训练到底：{}",
    "laps of each runner (7)": "各跑几圈（7）",
    "the Python to run NumPy with (this one)": "用哪个 Python 跑 NumPy（现在这个）",
    "\nThe book's program would run too, if this Python had NumPy.":
        "\n要是这个 Python 有 NumPy，书里的程序也会参赛。",
    "mini-batches, quadratic, eta 3": "小批量，二次代价，eta 3",
    "mini-batches, cross-entropy, eta 0.5": "小批量，交叉熵，eta 0.5",
    "all at once, gradient descent, eta 1": "一次全部，梯度下降，eta 1",
    "all at once, conjugate gradients": "一次全部，共轭梯度",
    "{} digits to learn from and {} to test with; both are needed":
        "学习用 {} 个数字，测试用 {} 个；两样都要有",
    "Right, in per cent of the others, after so many passes:":
        "学了这么多遍之后，另外那些认对百分之几：",
    "  (training cost {}; {})": "  （训练代价 {}；{}）",
    "as for the demo course": "和演示 course 一样",
    "of each digit to learn from ({})": "每个数字学多少幅（{}）",
    "of each digit to test with ({})": "每个数字测多少幅（{}）",
    "over all digits ({})": "全部数字过几遍（{}）",
    "A perceptron's output, by its weighted input z: a step.":
        "感知机的输出，随加权输入 z 变化：一级台阶。",
    "A sigmoid neuron's: sigma(z) = 1 / (1 + exp(-z)), the step made smooth.":
        "S 型神经元的：sigma(z) = 1 / (1 + exp(-z))，磨平的台阶。",
    "Change the first weight a little. One flips or stays, the other follows:":
        "把第一个权重改一点点：一个要么翻转要么不动，另一个跟着变：",
    "    w_1    perceptron    sigmoid neuron": "    w_1    感知机        S 型神经元",
    # words in pictures
    "Forward with z and a, and back with delta, through a small network":
        "小网络里的前向（z 和 a）与反向（delta）",
    "forward: z above, a inside": "前向：上面是 z，里面是 a",
    "back: δ inside": "反向：里面是 δ",
    "Learning curves: test images recognised after each epoch":
        "学习曲线：每轮之后认对的测试图像",
    "Learning curves: test images recognised after each epoch (the upright axis begins at {} %)":
        "学习曲线：每轮之后认对的测试图像（竖轴从 {}% 开始）",
    "Which digit was taken for which": "哪个数字被认成了哪个",
    "the network's answer": "网络的答案",
    "the digit": "数字",
    "Contour lines with a path of descent": "等高线和下降的路径",
    "A perceptron with its weights and its bias": "感知机和它的权重、偏置",
    "A NAND gate, and the perceptron that is one": "与非门，和当与非门的感知机",
    "NAND gate": "与非门",
    "NAND gates": "与非门",
    "Handwritten digits": "手写数字",
    "What hidden neurons look at": "隐藏神经元看的是什么",
    "A matrix of {} x {} numbers": "{} x {} 个数的矩阵",
    "{d} as {d}": "{} 认成 {}",
    # words in the lessons' pictures
    "A network of {} neurons": "神经元个数为 {} 的网络",
    "{d} neurons": "{} 个神经元",
    "1 neuron": "1 个神经元",
    "ten outputs": "十个输出",
    "four bits": "四个位",
    "The number 504192, and the six pieces of it": "数 504192，和切成的六块",
    "The ink of each digit on average, in black pixels":
        "每个数字平均的墨，折合成黑像素的个数",
    "{d} pixels": "{} 个像素",
    "Built-in digits": "自带的数字",
    "The four quarters of a 0, and the 0": "0 的四个角，和整个 0",
    "upper left": "左上",
    "upper right": "右上",
    "lower left": "左下",
    "lower right": "右下",
    "together": "合在一起",
    "A half adder of five perceptrons": "五个感知机搭成的半加器",
    "A half adder of five NAND gates": "五个与非门搭成的半加器",
    "sum": "和位",
    "carry": "进位",
    "facts": "事实",
    "decide about facts": "对事实作决定",
    "about decisions": "对决定作决定",
    "answer": "答案",
    "epoch (the upright axis begins at {} %)": "轮（竖轴从 {}% 开始）",
    "% recognised": "认对 %",
    "three digits dead": "死了三个数字",
    "one digit dead": "死了一个数字",
    "all ten digits learned": "十个数字都学会了",
    "perceptron": "感知机",
    "input layer": "输入层",
    "hidden layer": "隐藏层",
    "output layer": "输出层",
    "input": "输入",
    "hidden": "隐藏",
    "output": "输出",
    "good weather?": "天气好？",
    "a friend along?": "朋友同去？",
    "a train there?": "有火车？",
    "go?": "去吗？",
    "The time to learn from one image, 784-30-10": "学一幅图像的时间，784-30-10",
    "all pixels, one by one": "所有像素，一个一个地",
    "only pixels with ink": "只算有墨的像素",
    "many numbers in one": "许多数装进一个",
    "equal grey levels once": "相同的灰度只算一次",
    "the layers behind": "后面的层",
    "the book's, with NumPy": "书里的，用 NumPy",
    "Other digits read right after each pass over 5,000":
        "每过一遍 5,000 个数字之后，另外的数字认对多少",
    "passes": "遍数",
    "% right": "认对 %",
    "conjugate gradients": "共轭梯度",
    "gradient descent": "梯度下降",
    "mini-batches": "小批量",
    "The output of a neuron that has to answer 0, with either cost":
        "应当答 0 的神经元的输出，两种代价",
    "cross-entropy": "交叉熵",
    "quadratic cost": "二次代价",
    "The output while one weight grows from 2 to 4":
        "一个权重从 2 增大到 4 时的输出",
    "the weight of the friend": "朋友的权重",
    "sigmoid neuron": "S 型神经元",
    "Networks inside a network: small questions, then larger ones":
        "网络里的网络：先是小问题，再是大问题",
    "a round edge?": "有圆边？",
    "thin lines that": "细线条",
    "meet inside?": "在里面相交？",
    "straight lines that": "直线条",
    "make triangles?": "连成三角形？",
    "two wheels?": "两个轮子？",
    "a saddle above?": "上面有车座？",
    "a frame between?": "中间有车架？",
    "a bicycle?": "是自行车？",
    "yes or no": "是或不是",
    "The step function of a perceptron and the sigmoid function":
        "感知机的阶跃函数和 sigmoid 函数",
    "sigmoid": "sigmoid",
    "step": "阶跃",
    "One step of two machines: half a mini-batch each, one gradient for both":
        "两台机器的一步：各半个小批量，梯度共用一个",
    "a mini-batch:": "小批量：",
    "ten examples": "十个样本",
    "machine 0: the": "机器 0：",
    "machine 1: the": "机器 1：",
    "gradient of five": "五个样本的梯度",
    "their average": "求平均",
    "machine 0 takes": "机器 0",
    "machine 1 takes": "机器 1",
    "the step": "走这一步",
    "the same step": "走同样的一步",
    "A valley from above, and the way gradient descent takes into it":
        "从上面看的山谷，和梯度下降走进去的路",
    "{} digits read wrong": "认错的 {} 个数字",
}
