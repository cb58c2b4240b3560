package sms

import (
	"encoding/json"
	"maps"
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxVariable is the longest value the vendor takes for one template variable, in characters.
const maxVariable = 35

// Templates are the texts the office has had approved, by template code. A ${name} is a variable of SendSms; {base} is
// the address of the office's portal and part of the approved text, for no address may travel in a variable.
type Templates map[string]string

// DefaultTemplates gives the texts a signing office needs. The text of a link ends right behind the code.
func DefaultTemplates() Templates {
	return Templates{
		"SMS_LINK_B": "贵方有一份合同待签署。请乙方履约代表打开 {base}/s/${code}",
		"SMS_LINK_A": "有一份合同乙方已签字盖章，待您签字。请甲方履约代表打开 {base}/s/${code}",
		"SMS_DUTY":   "合同${no}双方已签，待盖合同专用章。请登录 {base}/s/${code}",
		"SMS_CODE":   "您的验证码为 ${code}，五分钟内有效，请勿告诉他人。",
		"SMS_DONE":   "合同${no}已完成签署，可在采购管理信息系统或电子签署平台下载。",
		"SMS_RECALL": "合同${no}的签署已撤回，原链接失效。",
		"SMS_WARN":   "贵方待签的合同还有${days}天到期。请打开 {base}/s/${code}",
		"SMS_NOTICE": "合同${no}有新的进展，请登录 {base}/home 查看。",
	}
}

func variable() *regexp.Regexp { return regexp.MustCompile(`\$\{([A-Za-z0-9_]+)\}`) }

// check refuses what the vendor refuses of a template's parameters.
func (t Templates) check(code, params string) (map[string]string, *fault) {
	text, known := t[code]
	if !known {
		return nil, businessFault("isv.SMS_TEMPLATE_ILLEGAL", "该账号下找不到对应模板")
	}
	values := map[string]string{}
	if params != "" {
		raw := map[string]any{}
		if err := json.Unmarshal([]byte(params), &raw); err != nil {
			return nil, businessFault("isv.INVALID_JSON_PARAM", "参数格式错误，请修改为字符串值")
		}
		for name, value := range raw {
			s, isText := value.(string)
			if !isText {
				return nil, businessFault("isv.INVALID_JSON_PARAM", "参数格式错误，请修改为字符串值")
			}
			values[name] = s
		}
	}
	for _, found := range variable().FindAllStringSubmatch(text, -1) {
		value, given := values[found[1]]
		switch {
		case !given || value == "":
			return nil, businessFault("isv.TEMPLATE_MISSING_PARAMETERS", "模板缺少变量："+found[1])
		case utf8.RuneCountInString(value) > maxVariable:
			return nil, businessFault("isv.PARAM_LENGTH_LIMIT", "参数超出长度限制："+found[1])
		case strings.Contains(value, "://"):
			return nil, businessFault("isv.PARAM_NOT_SUPPORT_URL", "变量不支持传入URL："+found[1])
		}
	}
	return maps.Clone(values), nil
}

// render gives the text as it stands on the phone. The address belongs to the template, not to the message: when the
// office's portal moves, the messages of this invented network move with it.
func (t Templates) render(signName, base, code string, values map[string]string) string {
	text := variable().ReplaceAllStringFunc(strings.ReplaceAll(t[code], "{base}", strings.TrimRight(base, "/")),
		func(v string) string { return values[v[2:len(v)-1]] })
	return "【" + signName + "】" + text
}
