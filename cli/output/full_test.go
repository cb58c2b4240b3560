//go:build !office

package output_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/demo"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// phone stands in every field that holds a phone. It must never be printed.
const phone = "15400000012"

// noon is the time in every field that holds one.
func noon() time.Time { return time.Date(2026, 3, 4, 12, 5, 6, 0, time.UTC) }

// full returns a value in which no field is zero.
func full[T any]() T {
	var v T
	fill(reflect.ValueOf(&v).Elem(), "")
	return v
}

func fill(v reflect.Value, name string) {
	switch at := v.Addr().Interface().(type) {
	case *time.Time:
		*at = noon()
		return
	case *domain.Phone:
		*at = phone
		return
	case *error:
		*at = errors.New(name)
		return
	case *domain.Detail:
		*at = domain.Fields("reason", "项目取消")
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(name)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Uint8:
		v.SetUint(8)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), v.Type().Field(i).Name)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), name)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		keys := []reflect.Value{reflect.ValueOf("key").Convert(v.Type().Key())}
		if v.Type().Key() == reflect.TypeFor[domain.Side]() {
			keys = []reflect.Value{reflect.ValueOf(domain.PartyA), reflect.ValueOf(domain.PartyB)}
		}
		for _, key := range keys {
			value := reflect.New(v.Type().Elem()).Elem()
			fill(value, name)
			v.SetMapIndex(key, value)
		}
	default:
		panic(fmt.Sprintf("%s is a %s", name, v.Kind()))
	}
}

// dossier returns a dossier in which no field is zero, and whose words are those of the domain.
func dossier() app.Dossier {
	d := full[app.Dossier]()
	d.Receipt = `{"Slot":"合同附件/合同盖章终稿","Number":"HZ-1","SHA256":"ab12","Size":209726,"At":"2026-03-04T12:05:06Z"}`
	return d
}

// empty lists the fields of a shape that are zero, by their path.
func empty(v reflect.Value, path string) (found []string) {
	switch v.Kind() {
	case reflect.Struct:
		if at, isTime := v.Interface().(time.Time); isTime {
			if at.IsZero() {
				found = append(found, path)
			}
			return found
		}
		for i := range v.NumField() {
			found = append(found, empty(v.Field(i), path+"."+v.Type().Field(i).Name)...)
		}
		return found
	case reflect.Slice:
		for i := range v.Len() {
			found = append(found, empty(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
		if v.Len() > 0 {
			return found
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			found = append(found, empty(v.MapIndex(key), path+"["+key.String()+"]")...)
		}
		if v.Len() > 0 {
			return found
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return empty(v.Elem(), path)
		}
	}
	if v.IsZero() || v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		found = append(found, path)
	}
	return found
}

// shapes returns every shape, made of a domain value in which no field is zero.
func shapes(t *testing.T) map[string]any {
	t.Helper()
	detail, err := output.DetailOf(dossier())
	if err != nil {
		t.Fatal(err)
	}
	p := output.Printer{Text: i18n.For(i18n.English)}
	check := full[app.Check]()
	check.Level = app.Bad
	return map[string]any{
		"contract": output.ContractOf(full[domain.Contract]()), "detail": detail, "job": output.JobOf(full[domain.Job]()),
		"review": output.ReviewOf(full[domain.Review]()), "verification": output.VerificationOf(full[domain.Verification]()),
		"operator": output.OperatorOf(full[domain.Operator]()), "event": output.EventOf(full[domain.Event]()),
		"template": output.TemplateOf(full[domain.Template]()), "reconciliation": output.ReconciliationOf(full[domain.Reconciliation]()),
		"chain": output.ChainOf(7, "ab12"), "health": p.HealthOf([]app.Check{check}), "report": output.ReportOf(full[app.VerifyReport]()),
		"summary": output.SummaryOf(full[demo.Summary]()),
	}
}

// Each field of each shape is filled when the domain's are.
func TestEveryFieldIsFilled(t *testing.T) {
	for name, shape := range shapes(t) {
		for _, path := range empty(reflect.ValueOf(shape), name) {
			t.Errorf("%s is not filled", path)
		}
	}
}

// What only part of a dossier has is still a list, and an absent receipt is left out.
func TestNothingIsAnEmptyList(t *testing.T) {
	detail, err := output.DetailOf(app.Dossier{})
	if err != nil {
		t.Fatal(err)
	}
	if detail.Signers == nil || detail.Signatures == nil || detail.Consents == nil || detail.Messages == nil || detail.Events == nil {
		t.Errorf("%+v", detail)
	}
	if detail.Receipt != nil {
		t.Error("a receipt from nothing")
	}
	if _, err := output.DetailOf(app.Dossier{Receipt: "{"}); err == nil {
		t.Error("a receipt that cannot be read is an error")
	}
}
