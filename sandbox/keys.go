package sandbox

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/identity"
	"campus.example/sealdesk/sandbox/journal"
)

const keysFile = "keys.json"

// Keys are the secrets between the office and the town, made at the first start and kept.
type Keys struct {
	Procurement campus.Key `json:"procurement"` // the office's, at the procurement system
	Identity    campus.Key `json:"identity"`    // the office's, at the identity gateway
	SMS         SMSKey     `json:"sms"`
	Office      campus.Key `json:"office"` // the procurement system's, at the office's API
}

// SMSKey is the office's account at the SMS network.
type SMSKey struct {
	AccessKeyID     string       `json:"access_key_id"`
	AccessKeySecret string       `json:"access_key_secret"`
	SignName        string       `json:"sign_name"`
	Templates       SMSTemplates `json:"templates"`
}

// SMSTemplates are the codes of the texts, by what the office uses them for.
type SMSTemplates struct {
	LinkB  string `json:"link_b"`
	LinkA  string `json:"link_a"`
	Duty   string `json:"duty"`
	Code   string `json:"code"`
	Done   string `json:"done"`
	Recall string `json:"recall"`
	Warn   string `json:"warn"`
}

// keys reads the keys of an earlier start or makes them.
func keys(state string, random io.Reader) (k Keys, err error) {
	path := filepath.Join(state, keysFile)
	content, err := os.ReadFile(path)
	if err == nil {
		if err = json.Unmarshal(content, &k); err != nil {
			err = fmt.Errorf("%s: %w", keysFile, err)
		}
		return k, err
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return k, err
	}
	secrets := make([]string, 4)
	for i := range secrets {
		var b [20]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return k, fmt.Errorf("random: %w", err)
		}
		secrets[i] = hex.EncodeToString(b[:])
	}
	k = Keys{
		Procurement: campus.Key{ID: "signing-office", Secret: secrets[0]},
		Identity:    campus.Key{ID: "signing-office", Secret: secrets[1]},
		Office:      campus.Key{ID: "procurement-system", Secret: secrets[2]},
		SMS: SMSKey{AccessKeyID: "LTAI-sandbox", AccessKeySecret: secrets[3], SignName: cast.University, Templates: SMSTemplates{
			LinkB: "SMS_LINK_B", LinkA: "SMS_LINK_A", Duty: "SMS_DUTY", Code: "SMS_CODE", Done: "SMS_DONE", Recall: "SMS_RECALL", Warn: "SMS_WARN",
		}},
	}
	if content, err = json.MarshalIndent(k, "", "  "); err != nil {
		return k, err
	}
	return k, journal.Replace(path, append(content, '\n'))
}

// register is what police, carriers and banks know of the town.
func register() []identity.Known {
	var known []identity.Known
	for _, p := range cast.People() {
		if p.DocKind == cast.IDCard {
			known = append(known, identity.Known{Name: p.Name, IDNo: p.DocNo, Phone: p.Phone, CardNo: p.Card})
		}
	}
	return known
}
