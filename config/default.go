package config

import "time"

// Default is the settings of an office that has said nothing yet. They are without problems, but not enough to
// serve: see Missing.
func Default() Config {
	return Config{
		Office: Office{Unit: "采购与招标管理办公室", TimeZone: "Asia/Shanghai"},
		Portal: Portal{Listen: "127.0.0.1:9180", Session: Duration(30 * time.Minute)},
		Procurement: Procurement{
			Poll: Duration(time.Minute),
			Push: PushManual,
		},
		SMS: SMS{
			Vendor:           SMSAliyun,
			Endpoint:         "https://dysmsapi.aliyuncs.com",
			CompletionNotice: true,
		},
		Identity: Identity{
			Vendor:      IdentityCampus,
			Methods:     methods(),
			ValidMonths: 12,
		},
		Seal:      Seal{Name: "合同专用章", SizeMM: 42, Across: true},
		Signing:   Signing{ExpireDays: 30, WarnDays: []int{7, 3, 1}, Engine: EngineSealdesk},
		Documents: Documents{MaxMB: 50, MaxPages: 500},
		Engine:    Engine{Workers: 4, Lease: Duration(10 * time.Second)},
		Log:       Log{Level: "info", File: "sealdesk.log"},
	}
}

// methods are the four ways of personal verification.
func methods() []string { return []string{"face", "phone", "bank", "manual"} }
