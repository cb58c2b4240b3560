package pinyin

// words are read otherwise than the dictionary reads their characters one by one. Those are listed that stand in the titles
// of contracts and in the names of companies: places, banks, goods.
func words() map[string]string {
	return map[string]string{
		"长": "chang", "院长": "yuan zhang", "校长": "xiao zhang", "增长": "zeng zhang", "生长": "sheng zhang", "家长": "jia zhang",
		"处长": "chu zhang", "长孙": "zhang sun", "都": "du", "曝": "bao", "轧": "zha",

		"重庆": "chong qing", "厦门": "xia men", "西藏": "xi zang", "六安": "lu an", "蚌埠": "beng bu", "番禺": "pan yu",
		"莘庄": "xin zhuang", "单县": "shan xian", "黄陂": "huang pi", "洪洞": "hong tong", "涡阳": "guo yang", "尉犁": "yu li",
		"大埔": "da bu", "什邡": "shi fang", "枞阳": "zong yang", "珲春": "hun chun",

		"银行": "yin hang", "建行": "jian hang", "工行": "gong hang", "农行": "nong hang", "招行": "zhao hang", "交行": "jiao hang",
		"中行": "zhong hang", "央行": "yang hang", "分行": "fen hang", "支行": "zhi hang", "总行": "zong hang", "行业": "hang ye",
		"商行": "shang hang", "同行": "tong hang", "洋行": "yang hang", "车行": "che hang", "会计": "kuai ji", "财会": "cai kuai",

		"音乐": "yin yue", "乐器": "yue qi", "乐团": "yue tuan", "声乐": "sheng yue", "乐谱": "yue pu", "民乐": "min yue", "管乐": "guan yue",
		"调试": "tiao shi", "调节": "tiao jie", "调整": "tiao zheng", "空调": "kong tiao", "调控": "tiao kong", "调温": "tiao wen",
		"调压": "tiao ya", "调速": "tiao su", "调理": "tiao li", "调味": "tiao wei", "调光": "tiao guang", "调频": "tiao pin",
		"可调": "ke tiao", "调解": "tiao jie", "校准": "jiao zhun", "校验": "jiao yan", "校对": "jiao dui", "校正": "jiao zheng",
		"检校": "jian jiao", "重构": "chong gou", "重建": "chong jian", "重新": "chong xin", "重复": "chong fu", "重修": "chong xiu",
		"重组": "chong zu", "重装": "chong zhuang", "双重": "shuang chong", "多重": "duo chong", "给水": "ji shui", "供给": "gong ji",
		"补给": "bu ji", "给排": "ji pai", "投降": "tou xiang", "薄膜": "bo mo", "模具": "mu ju", "模板": "mu ban", "模样": "mu yang",
		"铸模": "zhu mu", "弹性": "tan xing", "弹簧": "tan huang", "弹力": "tan li", "便宜": "pian yi", "差旅": "chai lv",
		"出差": "chu chai", "人参": "ren shen", "番茄": "fan qie", "咖喱": "ga li", "率先": "shuai xian", "粘度": "nian du",
		"粘土": "nian tu", "宝藏": "bao zang", "藏族": "zang zu", "藏文": "zang wen", "藏语": "zang yu", "藏医": "zang yi",
		"藏药": "zang yao", "目的": "mu di", "的士": "di shi", "角色": "jue se",
	}
}

// surnames are read otherwise at the beginning of a person's name than elsewhere.
func surnames() map[string]string {
	return map[string]string{
		"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "朴": "piao", "翟": "zhai", "覃": "qin", "乐": "yue",
		"盖": "ge", "缪": "miao", "秘": "bi", "折": "she", "召": "shao", "佴": "nai", "阚": "kan", "种": "chong", "繁": "po", "郇": "xun",
		"薄": "bo", "祭": "zhai", "隗": "wei", "员": "yun", "洗": "xian", "颉": "xie", "重": "chong", "能": "nai", "黑": "he", "句": "gou",
		"尉迟": "yu chi", "万俟": "mo qi", "澹台": "tan tai", "单于": "chan yu",
	}
}
