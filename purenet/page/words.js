// What the page says, in English and Chinese. {name} is filled in.

const WORDS = {
  en: {
    otherLanguage: "中文",
    sides: "The page's sides",
    draw: "Draw", learn: "Learn", neuron: "Neuron", lessons: "Lessons",
    drawHere: "Draw a digit",
    sheetLabel: "Sheet to draw on",
    sheetHint: "Draw 0 to 9 here",
    undo: "Undo", clear: "Clear", photo: "Photo …",
    keys: "Without a mouse: arrow keys move the pen, Space puts it down and lifts it. Ctrl+Z takes a stroke back, Delete clears.",
    itSees: "What the network sees",
    whichNetwork: "Network",
    shippedNetwork: "as it comes", ownNetwork: "your own",
    outputs: "Ten outputs",
    outputsNote: "The largest output is the answer. Click one to see who spoke for it.",
    outputIs: "output {value}; next is {next} with {nextValue}",
    unsure: "Perhaps a {answer} or a {next}: the network is not sure.",
    noDigit: "Not a digit, it seems.",
    onlyDigits: "It knows digits only, and looks for one in whatever is drawn.",
    hiddenTitle: "The {count} hidden neurons",
    hiddenNote: "Each picture shows the weights of one neuron. The more it lights up, the nearer its activation is to 1.",
    noHidden: "No hidden neurons",
    noHiddenNote: "The pixels go straight to the outputs; here are the weights of the ten.",
    spokeTitle: "Who spoke for output {digit}?",
    spokeNote: "Each activation times its weight, from the strongest for to the strongest against. z = {sum} {sign} {bias} (bias) = {z}, and σ(z) = {output}.",
    hiddenNeuron: "Hidden neuron {number}, activation {activation}",
    outputNeuron: "Output {digit}: {value}",
    scale: "below zero · zero · above zero",
    network: "Network", hiddenNeurons: "Hidden neurons", init: "Starting weights",
    scaled: "scaled", book: "as in chapter 1", seed: "Seed",
    training: "Training", data: "Digits", builtIn: "built in", images: "Images",
    eta: "Learning rate η", miniBatchSize: "Mini-batch size",
    needsFresh: "Hidden neurons, starting weights and seed count from the next fresh start.",
    whilePaused: "Pause to change the settings.",
    start: "Start", pause: "Pause", resume: "Go on",
    oneMiniBatch: "One mini-batch", oneEpoch: "One epoch", startAfresh: "Start afresh",
    save: "Save the network", load: "Load one …",
    ready: "Press Start, and the network learns from {images} digits.",
    drawing: "Getting the digits ready: {done} of {total}",
    reached: "{percent} of {tested} test digits right",
    where: "epoch {epoch}, image {place} of {images}",
    speed: "{speed} images a second",
    dead: "Never the answer: {digits}. Such an output has been pushed so near to 0 that it hardly learns any more. Start afresh with scaled weights, a smaller η or another seed.",
    chart: "Test digits read right",
    epochs: "epochs",
    thisRun: "this run", lastRun: "the run before",
    runLabel: "{whose}: η = {eta}, {sizes}, {images} images",
    weightsTitle: "What the {count} hidden neurons look at",
    outputWeightsTitle: "What the ten outputs look at",
    weightsTitleNone: "What the neurons look at",
    weightsNote: "At the start the weights are noise. Watch shapes appear where ink counts for or against.",
    mistakes: "Mistakes",
    mistakesNote: "The first test digits read wrong, as digit → answer.",
    noMistakes: "None yet: nothing has been tested.",
    twoNeurons: "A perceptron and a sigmoid neuron",
    twoNeuronsNote: "Both have one input x, one weight w and one bias b. Move w a little: the perceptron's answer stays or flips, the sigmoid neuron's glides. Large w and b make the two alike.",
    perceptron: "Perceptron: {value}", sigmoidNeuron: "Sigmoid neuron: σ(z) = {value}",
    nand: "A perceptron that is a NAND gate",
    nandNote: "Weights −2 and −2, bias 3: it fires unless both inputs are 1. Click the inputs.",
    output: "output",
    gone: "The program has ended, or this page was opened again elsewhere. Start it again, and open the address that it prints.",
    noInk: "There is no ink to be found on this sheet.",
    tooLarge: "This file is too large for a network.",
    noPhoto: "The browser cannot open this file as a picture.",
  },
  zh: {
    otherLanguage: "English",
    sides: "页面的各个部分",
    draw: "手写", learn: "学习", neuron: "神经元", lessons: "课程",
    drawHere: "写一个数字",
    sheetLabel: "书写区",
    sheetHint: "在这里写 0 到 9",
    undo: "撤销", clear: "清空", photo: "照片…",
    keys: "不用鼠标时：方向键移动笔，空格键落笔和提笔，Ctrl+Z 撤销一笔，Delete 清空。",
    itSees: "网络看到的图像",
    whichNetwork: "网络",
    shippedNetwork: "自带的", ownNetwork: "自己训练的",
    outputs: "十个输出",
    outputsNote: "最大的输出就是答案。点击一个输出，看看是哪些神经元支持它。",
    outputIs: "输出 {value}；其次是 {next}，输出 {nextValue}",
    unsure: "也许是 {answer}，也许是 {next}：网络拿不准。",
    noDigit: "看起来不是数字。",
    onlyDigits: "它只认识数字，不管画什么，都会从中找一个数字。",
    hiddenTitle: "{count} 个隐藏神经元",
    hiddenNote: "每幅小图是一个神经元的权重。它越亮，激活值就越接近 1。",
    noHidden: "没有隐藏神经元",
    noHiddenNote: "像素直接连到输出层，这里是十个输出神经元的权重。",
    spokeTitle: "哪些神经元支持输出 {digit}？",
    spokeNote: "激活值乘以权重，从最支持到最反对排列。z = {sum} {sign} {bias}（偏置）= {z}，σ(z) = {output}。",
    hiddenNeuron: "隐藏神经元 {number}，激活值 {activation}",
    outputNeuron: "输出 {digit}：{value}",
    scale: "负 · 零 · 正",
    network: "网络", hiddenNeurons: "隐藏神经元", init: "初始权重",
    scaled: "缩小的", book: "同书中第一章", seed: "随机种子",
    training: "训练", data: "数字图像", builtIn: "自带的", images: "图像数量",
    eta: "学习速率 η", miniBatchSize: "小批量数据大小",
    needsFresh: "隐藏神经元、初始权重和随机种子要到重新开始时才生效。",
    whilePaused: "暂停后可以修改设置。",
    start: "开始", pause: "暂停", resume: "继续",
    oneMiniBatch: "一份小批量数据", oneEpoch: "一个迭代期", startAfresh: "重新开始",
    save: "保存网络", load: "载入网络…",
    ready: "按“开始”，网络就从 {images} 个数字开始学习。",
    drawing: "正在准备数字：{done} / {total}",
    reached: "{tested} 个测试数字答对 {percent}",
    where: "迭代期 {epoch}，第 {place} 幅图像，共 {images} 幅",
    speed: "每秒 {speed} 幅",
    dead: "从不作为答案的数字：{digits}。这样的输出已被推到接近 0，几乎不再学习。请用缩小的初始权重、更小的 η 或另一个种子重新开始。",
    chart: "测试数字的识别率",
    epochs: "迭代期",
    thisRun: "本次", lastRun: "上次",
    runLabel: "{whose}：η = {eta}，{sizes}，{images} 幅图像",
    weightsTitle: "{count} 个隐藏神经元在看什么",
    outputWeightsTitle: "十个输出神经元在看什么",
    weightsTitleNone: "神经元在看什么",
    weightsNote: "开始时权重只是噪声。看看图形怎样慢慢出现：哪里的笔迹算支持，哪里的算反对。",
    mistakes: "认错的数字",
    mistakesNote: "最先认错的测试数字：数字 → 答案。",
    noMistakes: "还没有：尚未测试。",
    twoNeurons: "感知器和 S 型神经元",
    twoNeuronsNote: "两者都只有一个输入 x、一个权重 w 和一个偏置 b。稍稍改变 w：感知器的输出要么不变，要么翻转；S 型神经元的输出平滑变化。w 和 b 很大时，两者就几乎一样了。",
    perceptron: "感知器：{value}", sigmoidNeuron: "S 型神经元：σ(z) = {value}",
    nand: "用感知器做与非门",
    nandNote: "权重为 −2 和 −2，偏置为 3：除非两个输入都是 1，否则输出 1。点击输入试试。",
    output: "输出",
    gone: "程序已经结束，或者页面地址已失效。请重新启动程序，打开它显示的地址。",
    noInk: "这里找不到笔迹。",
    tooLarge: "这个文件太大，不像是网络。",
    noPhoto: "浏览器无法把这个文件当作图片打开。",
  },
};

const redraws = [];
let language = (navigator.languages || [navigator.language])
  .map((name) => name.slice(0, 2)).find((name) => name in WORDS) || "en";

// Words of another page of this program.
export function also(more) {
  for (const [name, words] of Object.entries(more)) Object.assign(WORDS[name], words);
}

// The text of a name, with its {places} filled in.
export function say(name, values = {}) {
  return WORDS[language][name].replace(/\{(\w+)\}/g, (_, place) => values[place]);
}

// A number with a fixed number of decimals and a true minus sign.
export function number(value, decimals = 2) {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

// The same with a plus sign, for what is added.
export function signed(value, decimals = 2) {
  const text = number(value, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}

export function count(value) {
  return value.toLocaleString(language);
}

// Have a function called whenever the language changes, and now.
export function inWords(redraw) {
  redraws.push(redraw);
  redraw();
}

function fill() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = say(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  const button = document.getElementById("language");
  button.textContent = say("otherLanguage");
  button.lang = language === "zh" ? "en" : "zh-Hans";
}

export function startWords() {
  document.getElementById("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    redraws.forEach((redraw) => redraw());
  });
  inWords(fill);
}
