package config

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// assign puts a value of the TOML file into a field. The problem it returns has no place yet.
func assign(f field, v any) *Problem {
	switch dst := f.value.Addr().Interface().(type) {
	case *string:
		s, ok := v.(string)
		if !ok {
			return wants("a string in quotes")
		}
		*dst = s
	case *bool:
		b, ok := v.(bool)
		if !ok {
			return wants("true or false")
		}
		*dst = b
	case *int:
		n, ok := asInt(v)
		if !ok {
			return wants("a whole number")
		}
		*dst = n
	case *[]string:
		list, ok := asList(v, func(e any) (string, bool) { s, ok := e.(string); return s, ok })
		if !ok {
			return wants("a list of strings")
		}
		*dst = list
	case *[]int:
		list, ok := asList(v, asInt)
		if !ok {
			return wants("a list of whole numbers")
		}
		*dst = list
	case *Secret:
		return assignSecret(dst, v)
	case encoding.TextUnmarshaler:
		s, ok := v.(string)
		if !ok || dst.UnmarshalText([]byte(s)) != nil {
			return wants(`a duration with its unit in quotes, like "60s" or "30m"`)
		}
	default:
		panic(fmt.Sprintf("config: %s has a type no file can fill", f.key))
	}
	return nil
}

// assignText puts the value of an environment variable into a field: lists separated by commas, a secret as the
// variable itself.
func assignText(f field, s string) *Problem {
	switch f.value.Interface().(type) {
	case bool:
		b, err := strconv.ParseBool(s)
		if err != nil {
			return wants("true or false")
		}
		return assign(f, b)
	case int:
		n, err := strconv.ParseInt(s, 10, 0)
		if err != nil {
			return wants("a whole number")
		}
		return assign(f, n)
	case []string:
		return assign(f, splitList(s))
	case []int:
		list := splitList(s)
		for i, e := range list {
			n, err := strconv.ParseInt(e.(string), 10, 0)
			if err != nil {
				return wants("a list of whole numbers")
			}
			list[i] = n
		}
		return assign(f, list)
	case Secret:
		f.value.Set(reflect.ValueOf(Secret{Env: f.envName()}))
		return nil
	}
	return assign(f, s)
}

func assignSecret(dst *Secret, v any) *Problem {
	if _, clear := v.(string); clear {
		return &Problem{Code: CodeSecretInClear}
	}
	table, ok := v.(map[string]any)
	if !ok || len(table) != 1 {
		return &Problem{Code: CodeSecretSource}
	}
	file, isFile := table["file"].(string)
	env, isEnv := table["env"].(string)
	if !isFile && !isEnv || file+env == "" {
		return &Problem{Code: CodeSecretSource}
	}
	*dst = Secret{File: file, Env: env}
	return nil
}

func wants(what string) *Problem { return &Problem{Code: CodeType, Args: []string{what}} }

func asInt(v any) (int, bool) {
	n, ok := v.(int64)
	return int(n), ok && int64(int(n)) == n
}

func asList[T any](v any, as func(any) (T, bool)) ([]T, bool) {
	elements, ok := v.([]any)
	if !ok {
		return nil, false
	}
	list := make([]T, 0, len(elements))
	for _, e := range elements {
		t, ok := as(e)
		if !ok {
			return nil, false
		}
		list = append(list, t)
	}
	return list, true
}

func splitList(s string) []any {
	var list []any
	for _, e := range strings.Split(s, ",") {
		if e = strings.TrimSpace(e); e != "" {
			list = append(list, e)
		}
	}
	return list
}
