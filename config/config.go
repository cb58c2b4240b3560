package config

// Config is every setting of an office. docs/configuration.md explains each; a test keeps the two alike.
type Config struct {
	Office      Office      `toml:"office"`
	Portal      Portal      `toml:"portal"`
	API         API         `toml:"api"`
	Procurement Procurement `toml:"procurement"`
	SMS         SMS         `toml:"sms"`
	Identity    Identity    `toml:"identity"`
	Timestamp   Timestamp   `toml:"timestamp"`
	Seal        Seal        `toml:"seal"`
	Signing     Signing     `toml:"signing"`
	Documents   Documents   `toml:"documents"`
	Engine      Engine      `toml:"engine"`
	Log         Log         `toml:"log"`

	dir     string            // the data folder relative paths start from
	origins map[string]origin // where a value that is not the default came from, by key
	moved   []Moved           // keys that are rules now
	sha     string            // of the file
	keys    map[string]string // digests of the file's values, by key
}

// Office is who signs.
type Office struct {
	Name     string `toml:"name"`      // the university
	Unit     string `toml:"unit"`      // the office within it
	Phone    string `toml:"phone"`     // shown to signers who need a person
	TimeZone string `toml:"time_zone"` // IANA name; what is stored is UTC
}

// Portal is the signers' pages.
type Portal struct {
	Listen  string   `toml:"listen"`   // host:port
	BaseURL string   `toml:"base_url"` // what signing links begin with
	TLSCert string   `toml:"tls_cert"` // PEM file
	TLSKey  string   `toml:"tls_key"`  // PEM file
	Session Duration `toml:"session"`  // a signer's session without a request
}

// API is the key with which the procurement system calls us.
type API struct {
	KeyID  string `toml:"key_id"`
	Secret Secret `toml:"secret"`
}

// The ways a contract leaves 待推送.
const (
	PushManual = "manual" // by an operator's key
	PushAuto   = "auto"   // by itself
)

// Procurement is the system contracts come from and go back to.
type Procurement struct {
	BaseURL string   `toml:"base_url"`
	KeyID   string   `toml:"key_id"`
	Secret  Secret   `toml:"secret"`
	Poll    Duration `toml:"poll"`
	Push    string   `toml:"push"`
}

// SMSAliyun is the SMS provider built in.
const SMSAliyun = "aliyun"

// SMS is the provider of short messages.
type SMS struct {
	Vendor           string    `toml:"vendor"`
	Endpoint         string    `toml:"endpoint"`
	AccessKeyID      string    `toml:"access_key_id"`
	AccessKeySecret  Secret    `toml:"access_key_secret"`
	SignName         string    `toml:"sign_name"`
	CompletionNotice bool      `toml:"completion_notice"`
	Templates        Templates `toml:"templates"`
}

// Templates are the provider's codes (TemplateCode) of our messages.
type Templates struct {
	LinkB  string `toml:"link_b"` // to Party B: sign
	LinkA  string `toml:"link_a"` // to Party A: sign
	Duty   string `toml:"duty"`   // to the operator on duty: seal
	Code   string `toml:"code"`   // verification code
	Done   string `toml:"done"`   // the contract is complete
	Recall string `toml:"recall"` // the contract was withdrawn
	Warn   string `toml:"warn"`   // the signing period ends soon
}

// IdentityCampus is the verification provider built in.
const IdentityCampus = "campus"

// Identity is the provider of personal verification.
type Identity struct {
	Vendor      string   `toml:"vendor"`
	BaseURL     string   `toml:"base_url"`
	KeyID       string   `toml:"key_id"`
	Secret      Secret   `toml:"secret"`
	Methods     []string `toml:"methods"`
	ValidMonths int      `toml:"valid_months"`
}

// Timestamp is the RFC 3161 time-stamping authority; without a URL signatures carry no timestamp.
type Timestamp struct {
	URL   string `toml:"url"`
	Roots string `toml:"roots"` // PEM file
}

// Seal is the office's contract seal.
type Seal struct {
	Key    string `toml:"key"`     // PKCS#12 file
	Unit   string `toml:"unit"`    // the words along the rim
	Name   string `toml:"name"`    // the words in the middle
	SizeMM int    `toml:"size_mm"` // millimetres across
	Across bool   `toml:"across"`  // the seal reaches across the pages too (骑缝章)
}

// The engines that put signatures into PDF files.
const (
	EngineSealdesk = "sealdesk"
	EngineUniPDF   = "unipdf"
)

// Signing is how long signers have and what signs.
type Signing struct {
	ExpireDays    int    `toml:"expire_days"`
	WarnDays      []int  `toml:"warn_days"`
	Engine        string `toml:"engine"`
	UniPDFLicence Secret `toml:"unipdf_licence"`
}

// Documents is what is accepted.
type Documents struct {
	MaxMB        int      `toml:"max_mb"`
	MaxPages     int      `toml:"max_pages"`
	ExtraIDKinds []string `toml:"extra_id_kinds"`
}

// Engine is how jobs run.
type Engine struct {
	Workers int      `toml:"workers"`
	Lease   Duration `toml:"lease"`
}

// Log is what is written about the program's own work.
type Log struct {
	Level string `toml:"level"`
	File  string `toml:"file"`
}
