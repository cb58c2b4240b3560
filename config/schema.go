package config

import (
	"reflect"
	"strings"
)

// field is one key of the settings and the place its value stands in.
type field struct {
	key   string // "sms.templates.code"
	value reflect.Value
}

// envName is the environment variable that overrides the key.
func (f field) envName() string {
	return "SEALDESK_" + strings.ToUpper(strings.ReplaceAll(f.key, ".", "_"))
}

// fields lists every key in the order of the struct, which is the order of the file and of the documentation.
func (c *Config) fields() []field {
	return fieldsOf("", reflect.ValueOf(c).Elem())
}

func fieldsOf(prefix string, v reflect.Value) []field {
	var found []field
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("toml")
		if name == "" {
			continue
		}
		key := prefix + name
		if hasKeys(v.Field(i).Type()) {
			found = append(found, fieldsOf(key+".", v.Field(i))...)
			continue
		}
		found = append(found, field{key: key, value: v.Field(i)})
	}
	return found
}

// hasKeys tells a section from a value that happens to be a struct.
func hasKeys(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.NumField() > 0 && t.Field(0).Tag.Get("toml") != ""
}
