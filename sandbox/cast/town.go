package cast

import "fmt"

// PassportHolder is the representative whom no automatic method can verify.
func PassportHolder() Person {
	return Person{Role: Representative, Name: "Anna Beispiel", Phone: phone(11), DocKind: Passport, DocNo: "X00000011"}
}

// Companies gives the suppliers. The first is represented by the passport holder, so that the first contract of any
// day brings a manual review.
func Companies() []Company {
	return []Company{
		{"样例国际图书贸易有限公司", CreditCode(11), PassportHolder()},
		{"样例信息系统有限公司", CreditCode(12), resident(Representative, "赵样例", 12, "19850312")},
		{"虚构仪器设备（集团）股份有限公司", CreditCode(13), resident(Representative, "孙虚构", 13, "19790724")},
		{"示范物业服务有限公司", CreditCode(14), resident(Representative, "李示范", 14, "19901105")},
		{"未名软件技术有限责任公司", CreditCode(15), resident(Representative, "周未名", 15, "19930228")},
		{"演示建筑装饰工程有限公司", CreditCode(16), resident(Representative, "吴演示", 16, "19820616")},
		{"试用教学设备有限公司", CreditCode(17), resident(Representative, "郑试用", 17, "19880909")},
	}
}

// Departments gives the university's side.
func Departments() []Department {
	return []Department{
		{"信息化办公室", resident(Performer, "王履约", 31, "19800401"), buyer("冯采购", 51, "19870519"), "钱审批"},
		{"物理学院", resident(Performer, "陈实验", 32, "19760830"), buyer("褚经办", 52, "19911212"), "卫核准"},
		{"后勤保障部", resident(Performer, "蒋后勤", 33, "19830117"), buyer("沈采购", 53, "19891003"), "钱审批"},
		{"图书馆", resident(Performer, "韩馆员", 34, "19950622"), buyer("杨经办", 54, "19860408"), "卫核准"},
		{"基建处", resident(Performer, "朱工程", 35, "19741126"), buyer("秦采购", 55, "19920715"), "许同意"},
	}
}

// Duty is the sealer whose phone the messages to the office reach.
func Duty() Person { return resident(Sealer, "尤盖章", 1, "19840203") }

// People lists everybody who acts on the signers' pages: representatives, performers and the sealer.
func People() []Person {
	var all []Person
	for _, c := range Companies() {
		all = append(all, c.Representative)
	}
	for _, d := range Departments() {
		all = append(all, d.Performer)
	}
	return append(all, Duty())
}

func resident(role Role, name string, n int, born string) Person {
	return Person{Role: role, Name: name, Phone: phone(n), DocKind: IDCard, DocNo: IDNumber(born, n), Card: BankCard(n)}
}

func buyer(name string, n int, born string) Person { return resident(Purchaser, name, n, born) }

func phone(n int) string { return fmt.Sprintf("154000000%02d", n) }
