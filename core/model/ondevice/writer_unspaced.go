package ondevice

// The tongues of scripts that put no spaces between words. Their word lists
// are compared with the beginning of a sentence and with the stretches
// between marks; see rank_lexemes.go for how their words are found.

func chineseTongue() *tongue {
	return &tongue{
		tag:      "zh",
		unspaced: true,
		stop: newWordSet(`因为 所以 但是 如果 虽然 可以 它们 他们 她们 我们 你们 这种 这个 这些 这里 那些 那个 那里 一个 一些 一种 许多 很多 大约 左右 就是 叫做 叫作 称为 称作 以后 以前 以上 以下 时候 后来 从此 已经
			非常 不能 不会 不是 没有 而且 或者 以及 还有 由于 通过 成为 变成 属于 位于 每天 每年 其中 其他 之间 之后 之前 只有 只能 自己 什么 怎么 为了 并且 然后 于是 因此 此外 例如 比如 不过 甚至 几乎 有些 有的 各种 之一 开始 需要 能够 应该 可能 一般 主要 重要 特别 公元前 公元 成立 正式 发现`),
		cuts:     newWordSet("的 了 是 在 也 都 就 被 把 从 与 很 着 吗 呢 吧 这 那 它 他 她 们 我 你 和 及 或 叫 让 使 给 向 由 因 所以 如果 但是 大约 许多 很多 可以 没有 非常 已经 有 会 能 到 不"),
		kept:     newWordSet("和尚 和平 和谐 社会 机会 协会 会议 能量 能源 功能 有机 有机物 由来 理由 自由 因素 原因 基因 使用 天使 大使 到达 了解 目的 目的地 到处 方向 向日葵 在线 存在 现在 所有 拥有 不同 都市 首都 首都城市 与会 能力 太阳能 热能 电能 只有 智能 技能"),
		edges:    newWordSet("会 能 要 可 到 过 对 为 以 后 前 里 上 下 中 不 没 个 只 条 种 等 第 年 月 日 每 个 些 来 去 之 其 此 又 还 更 最 比 再 才 各 并 而 于 所 用 有 吃 做 变 成 长 发 出 起 得 地 将 当 同 多 少 几 一 两 二 三 四 五 六 七 八 九 十 百 千 万 亿 叫 称 约 全 分 座 部 位 名 颗 片 块"),
		joints:   "、和与及或",
		pronouns: newWordSet("他 她 它 他们 她们 它们 其"),
		pointing: newWordSet("这 那 此 该"),
		generic:  newWordSet("地方 时候 东西 方法 过程 部分 例子 种类 名字 数量 时间 人们 人 世界 世界各地 各地 以外 之一 生活 工作 问题 情况 原因 结果 作用 特点 重要 主要 一部分 另一部分 妈妈 时期 时代 方式 许多 公里 公斤 毫米 百分之 左右 成年"),
		ties:     phrases("但是|但|可是|不过|然而|所以|因此|因而|于是|从此|后来|然后|接着|最后|此外|另外|而且|并且|同时|例如|比如|也就是说|总之|因为这样|其中|随后|之后|另一|这时|那时|当时|不久|同样"),
		outward:  phrases("如图|见图|下图|上图|下表|上表|http|www."),
		aside:    phrases("本课|本章|这一课|我们将学习|同学们"),
		skipped:  phrases(skippedEnglish + "|参考文献|练习|习题|思考题|问题|答案|参考答案|目录|作业|词汇|附录|致谢"),
		plain:    phrases("引言|前言|简介|概述|总结|小结|结论|正文|课文|第一课"),
		keys:     phrases("答案|参考答案|參考答案"),
		yes:      phrases("对|正确|√|对的|是"),
		no:       phrases("错|错误|×|不对|错的|否"),
		and:      "与",
		evidence: "第%d页写道：“%s”",
		says:     "课文中说的是哪一句？",
		defining: chineseDefinitions(),
	}
}

func japaneseTongue() *tongue {
	return &tongue{
		tag:      "ja",
		unspaced: true,
		stop:     newWordSet("です ます した する ある いる こと もの ため から まで など よう それ これ あれ この その あの また"),
		joints:   "、とや・",
		generic:  newWordSet("最後 最初 約 毎年 毎日 一番 人 人々 時 年 月 日 間 中 上 下 前 後 今 方 何度 名前 場所 部分 例 種類 場合 時間 私 私達 一部 気 世界中 一人 全体 以上 以下"),
		pronouns: newWordSet("彼 彼女 彼ら それ それら"),
		pointing: newWordSet("この その これ これら そこ ここ こうして そうして このように そのように"),
		ties:     phrases("しかし|だから|そのため|そこで|それで|また|そして|さらに|たとえば|例えば|ところが|つまり|すると|やがて|次に|最後に|一方|なぜなら|けれども|でも"),
		outward:  phrases("図|表|http|www."),
		aside:    phrases("この課|この章|みなさん"),
		skipped:  phrases(skippedEnglish + "|参考文献|練習|練習問題|問題|もんだい|問い|こたえ|解答|答え|目次|宿題|語彙|付録"),
		plain:    phrases("はじめに|まとめ|おわりに|概要|序論|結論|本文"),
		keys:     phrases("答え|こたえ|解答|正解"),
		yes:      phrases("正しい|○|まる|はい"),
		no:       phrases("正しくない|×|ばつ|まちがい|いいえ"),
		and:      "と",
		evidence: "%dページ：「%s」",
		says:     "本文に書かれているのはどれですか。",
		defining: japaneseDefinitions(),
	}
}

func thaiTongue() *tongue {
	return &tongue{
		tag:      "th",
		unspaced: true,
		cuts:     newWordSet("ที่ ของ และ เป็น ใน มี ได้ จะ ไม่ ให้ กับ จาก คือ นี้ นั้น ซึ่ง หรือ ว่า แต่ เพื่อ ถ้า เมื่อ อยู่ ทุก บน ก็ ไป มา ด้วย โดย ถึง ประมาณ มัน เรา พวก เรียก กว่า มาก หลาย แล้ว ต้อง ใช้ ตัว"),
		kept:     newWordSet("มีด นาที สถานที่ หน้าที่ ที่ดิน มาตรฐาน ประเทศไทย ตัวอย่าง"),
		joints:   "",
		pronouns: newWordSet("มัน พวกมัน เขา พวกเขา เธอ"),
		ties:     phrases("แต่|ดังนั้น|เพราะฉะนั้น|นอกจากนี้|จากนั้น|ต่อมา|อย่างไรก็ตาม|เช่น|และ|หรือ"),
		skipped:  phrases(skippedEnglish + "|แบบฝึกหัด|คำถาม|เฉลย|สารบัญ|บรรณานุกรม"),
		plain:    phrases("บทนำ|สรุป|คำนำ"),
		yes:      phrases("ถูก|ใช่"),
		no:       phrases("ผิด|ไม่ใช่"),
		and:      "และ",
		evidence: "หน้า %d: “%s”",
		says:     "ข้อใดตรงกับเนื้อเรื่อง",
		defining: thaiDefinitions(),
	}
}
