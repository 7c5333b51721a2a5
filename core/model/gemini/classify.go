package gemini

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"google.golang.org/genai"

	"edusmart/core/model"
)

// fail classifies what ended the request.
func (k *call) fail(err error) *model.Error {
	e := k.classify(err)
	e.Op, e.Model = k.op, k.model
	e.Tokens = k.tokens
	if e.Err == nil {
		e.Err = k.c.scrub.err(err)
	}
	if e.Kind.Passes() {
		e.RetryAfter = max(e.RetryAfter, k.wire.retryAfter)
	}
	k.c.log.Info("failed", "op", k.op, "model", k.model, "kind", string(e.Kind), "latency", time.Since(k.start), "err", e.Err)
	return e
}

// fault makes an Error that fail completes.
func fault(kind model.Kind, say string) *model.Error { return &model.Error{Kind: kind, Say: say} }

// classify decides on what the caller did first, then on this package's own
// clocks, then on what the service said, then on the network.
func (k *call) classify(err error) *model.Error {
	if k.parent.Err() != nil {
		e := fault(model.Canceled, "It was stopped.")
		e.Err = context.Cause(k.parent)
		return e
	}
	if known, ok := errors.AsType[*model.Error](err); ok {
		// The transport refused: nothing left this computer.
		kept := *known
		if kept.Err != nil && k.c.scrub.text(kept.Err.Error()) != kept.Err.Error() {
			kept.Err = k.c.scrub.err(kept.Err)
		}
		return &kept
	}
	switch cause := context.Cause(k.ctx); {
	case errors.Is(cause, errStalled), errors.Is(cause, errSlow):
		e := fault(model.Busy, "Gemini did not answer in time.")
		e.Err = cause
		return e
	case errors.Is(k.wire.broke, errTooBig):
		e := fault(model.Unusable, "The answer was far too large to be used. Try again.")
		e.Err = errTooBig
		return e
	}
	if api, ok := errors.AsType[genai.APIError](err); ok {
		return k.refusal(unfold(api))
	}
	switch {
	case k.wire.status == 0 && k.wire.err != nil:
		return network(k.wire.err)
	case k.wire.html:
		return fault(model.Offline, sayIntercepted)
	case k.wire.broke != nil:
		e := fault(model.Offline, "The connection to Gemini broke off.")
		e.Err = k.c.scrub.err(k.wire.broke)
		return e
	case k.wire.status == 0:
		return fault(model.Refused, "This cannot be asked of Gemini. The log has the details.")
	}
	return fault(model.Unusable, "Gemini’s answer cannot be read. Try again.")
}

// network classifies a request that was never answered.
func network(err error) *model.Error {
	var (
		verification *tls.CertificateVerificationError
		authority    x509.UnknownAuthorityError
		host         x509.HostnameError
		invalid      x509.CertificateInvalidError
	)
	if errors.As(err, &verification) || errors.As(err, &authority) || errors.As(err, &host) || errors.As(err, &invalid) {
		return fault(model.Device, "The connection to Gemini is not safe here. Check this computer’s clock, or ask who looks after the network.")
	}
	return fault(model.Offline, "Gemini cannot be reached. Check the connection to the internet.")
}

// unfold reads an error that the SDK has left as text: a list of one, or one
// within an object of another shape.
func unfold(api genai.APIError) genai.APIError {
	text := strings.TrimSpace(api.Message)
	if len(api.Details) > 0 || text == "" || text[0] != '[' && text[0] != '{' {
		return api
	}
	type wrapped struct {
		Error *genai.APIError `json:"error"`
	}
	var list []wrapped
	if json.Unmarshal([]byte(text), &list) != nil {
		var one wrapped
		if json.Unmarshal([]byte(text), &one) != nil {
			return api
		}
		list = []wrapped{one}
	}
	for _, w := range list {
		if w.Error != nil {
			if w.Error.Code == 0 {
				w.Error.Code = api.Code
			}
			return *w.Error
		}
	}
	return api
}

// codes gives the HTTP status of a status of google.rpc.Code, for errors that
// come without one.
var codes = map[string]int{
	"INVALID_ARGUMENT": 400, "FAILED_PRECONDITION": 400, "OUT_OF_RANGE": 400, "UNAUTHENTICATED": 401,
	"PERMISSION_DENIED": 403, "NOT_FOUND": 404, "ABORTED": 409, "RESOURCE_EXHAUSTED": 429, "CANCELLED": 499,
	"DATA_LOSS": 500, "UNKNOWN": 500, "INTERNAL": 500, "UNAVAILABLE": 503, "DEADLINE_EXCEEDED": 504,
}

// refusal classifies an error of the service.
func (k *call) refusal(api genai.APIError) *model.Error {
	code := api.Code
	if code < 300 {
		code = codes[strings.ToUpper(api.Status)]
	}
	if code == 0 && k.wire.status >= 300 {
		code = k.wire.status
	}
	d := readDetails(api.Details, api.Message)
	if !k.wire.html && saysGone(api.Message) && (code == http.StatusBadRequest || code == http.StatusNotFound) {
		e := fault(model.Gone, "This model is no longer offered. Another one is asked.")
		e.Replacement = replacementIn(api.Message, k.model)
		return e
	}
	switch {
	case k.wire.html && code < 500 && code != http.StatusTooManyRequests, code >= 300 && code < 400, code == http.StatusProxyAuthRequired:
		return fault(model.Offline, sayIntercepted)
	case code == http.StatusTooManyRequests:
		return k.limited(d)
	case code == http.StatusNotFound:
		return fault(model.Gone, "This model is not offered. Another one is asked.")
	case code == http.StatusUnauthorized, code == http.StatusPaymentRequired, code == http.StatusForbidden, code == http.StatusUnavailableForLegalReasons:
		return forbidden(code, d, api.Message)
	case code == http.StatusBadRequest:
		return k.invalid(api, d)
	case code == http.StatusRequestEntityTooLarge:
		return fault(model.Refused, sayTooLong)
	case code == 0, code == http.StatusRequestTimeout, code == http.StatusConflict, code == http.StatusTooEarly, code >= 499:
		e := fault(model.Busy, "Gemini is busy.")
		if code == http.StatusGatewayTimeout {
			e.Say = "Gemini did not finish in time."
		}
		e.RetryAfter = d.retry
		return e
	}
	return fault(model.Refused, "Gemini does not take this request. The log has the details.")
}

// limited classifies a rate limit.
func (k *call) limited(d details) *model.Error {
	now := time.Now()
	wait := max(d.retry, k.wire.retryAfter)
	e := &model.Error{Limit: d.limit, RetryAfter: wait}
	switch {
	case d.none:
		e.Kind, e.RetryAfter = model.QuotaDay, 0
		e.Say = "This key’s plan does not include " + k.thing() + " from this model. Choose another model, or make " + k.them() + " on this computer."
	case d.perDay:
		e.Kind, e.Reset, e.RetryAfter = model.QuotaDay, nextReset(now), 0
	case wait > longWait:
		e.Kind, e.Reset, e.RetryAfter = model.QuotaDay, now.Add(wait), 0
	default:
		e.Kind = model.Quota
		e.Say = "Gemini takes no more requests this minute."
	}
	if e.Say == "" {
		e.Say = "Today’s quota for " + k.thing() + " is used up until " + e.Reset.Local().Format("15:04") +
			". Choose another model, or make " + k.them() + " on this computer."
	}
	return e
}

// forbidden classifies what a key may not do.
func forbidden(code int, d details, message string) *model.Error {
	low := strings.ToLower(message + " " + strings.Join(d.reasons, " "))
	switch {
	case strings.Contains(low, "leaked"):
		return fault(model.Key, "This key was reported as leaked and is blocked. Make a new key.")
	case strings.Contains(low, "billing") || code == http.StatusPaymentRequired:
		return fault(model.Key, "Billing is not set up for this key. Set it up with Google, or use another key.")
	case strings.Contains(low, "location") || strings.Contains(low, "country") || code == http.StatusUnavailableForLegalReasons:
		return fault(model.Key, sayCountry)
	case strings.Contains(low, "service_disabled") || strings.Contains(low, "has not been used in project") || strings.Contains(low, "api_key_service_blocked"):
		return fault(model.Key, "This key is not for Gemini. Switch Gemini on for it with Google, or use another key.")
	case code == http.StatusUnauthorized:
		return fault(model.Key, sayKey)
	}
	return fault(model.Key, "This key may not do this. Nothing was charged. Check the key.")
}

// invalid classifies a bad request: often it is the key.
func (k *call) invalid(api genai.APIError, d details) *model.Error {
	low := strings.ToLower(api.Message)
	has := func(parts ...string) bool {
		for _, p := range parts {
			if !strings.Contains(low, p) {
				return false
			}
		}
		return true
	}
	for _, reason := range d.reasons {
		if strings.HasPrefix(reason, "API_KEY") {
			return fault(model.Key, sayKey)
		}
	}
	switch {
	case has("api key", "not valid"), has("api key", "expired"), has("api key", "not found"), has("api_key_invalid"):
		return fault(model.Key, sayKey)
	case strings.EqualFold(api.Status, "FAILED_PRECONDITION"):
		if has("location") || has("country") || has("free tier") {
			return fault(model.Key, sayCountry)
		}
		return fault(model.Key, "Billing is not set up for this key. Set it up with Google, or use another key.")
	case has("token count", "exceed"), has("too long"), has("payload size", "exceed"), has("too large"):
		return fault(model.Refused, sayTooLong)
	}
	if setting := settingIn(low); setting != "" && k.c.leaveOut(k.model, setting) {
		return fault(model.Busy, "This model is asked in another way.")
	}
	return fault(model.Refused, "Gemini does not take this request. The log has the details.")
}

// settingIn finds the setting that a bad request complains of.
func settingIn(low string) string {
	for _, s := range []struct{ setting, word string }{
		{setThinking, "thinking"},
		{setSpeech, "speechmetadata"},
		{setSpeech, "speech_metadata"},
		{setAspect, "aspect ratio"},
		{setAspect, "aspect_ratio"},
		{setAspect, "aspectratio"},
		{setAspect, "imageconfig"},
		{setAspect, "image_config"},
		{setSchema, "schema"},
		{setSchema, "response_mime_type"},
		{setSchema, "json mode"},
	} {
		if strings.Contains(low, s.word) {
			return s.setting
		}
	}
	return ""
}
