package geminitest

import (
	"fmt"
	"math"
	"net/http"
	"strings"
	"time"
)

// failure is an error answer.
type failure struct {
	code    int
	status  string
	message string
	details []any
	header  http.Header
	noCode  bool
	list    bool
}

// body is the error as JSON's shape.
func (f failure) body() any {
	e := map[string]any{"code": f.code, "message": f.message, "status": f.status}
	if f.noCode {
		delete(e, "code")
	}
	if len(f.details) > 0 {
		e["details"] = f.details
	}
	if f.list {
		return []any{map[string]any{"error": e}}
	}
	return map[string]any{"error": e}
}

func simple(code int, status, message string) failure {
	return failure{code: code, status: status, message: message}
}

const (
	typePrefix = "type.googleapis.com/google.rpc."
	metrics    = "generativelanguage.googleapis.com/"
	quotaHelp  = "You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits."
)

func retryInfo(wait time.Duration) any {
	return map[string]any{"@type": typePrefix + "RetryInfo", "retryDelay": fmt.Sprintf("%ds", int(math.Floor(wait.Seconds())))}
}

func violation(id, metric, modelName string, limit int) any {
	v := map[string]any{
		"quotaMetric": metrics + metric, "quotaId": id,
		"quotaDimensions": map[string]any{"location": "global", "model": modelName},
	}
	if limit > 0 {
		v["quotaValue"] = fmt.Sprint(limit)
	}
	return v
}

func quotaFailure(violations ...any) any {
	return map[string]any{"@type": typePrefix + "QuotaFailure", "violations": violations}
}

func help() any {
	return map[string]any{"@type": typePrefix + "Help", "links": []any{map[string]any{"description": "Learn more about Gemini API quotas", "url": "https://ai.google.dev/gemini-api/docs/rate-limits"}}}
}

const (
	perMinute   = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"
	perDay      = "GenerateRequestsPerDayPerProjectPerModel-FreeTier"
	tokens      = "GenerateContentPaidTierInputTokensPerModelPerMinute"
	freeMetric  = "generate_content_free_tier_requests"
	tokenMetric = "generate_content_paid_tier_input_token_count"
)

func quotaMessage(metric, modelName string, limit int, wait time.Duration) string {
	m := fmt.Sprintf("%s\n* Quota exceeded for metric: %s%s, limit: %d, model: %s", quotaHelp, metrics, metric, limit, modelName)
	if wait > 0 {
		m += fmt.Sprintf("\nPlease retry in %.9fs.", wait.Seconds())
	}
	return m
}

// denied is the error of a quota that is used up.
func denied(modelName string, d denial) failure {
	f := simple(http.StatusTooManyRequests, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).")
	if !d.hints {
		return f
	}
	id, metric := perMinute, freeMetric
	if d.perDay {
		id = perDay
	}
	f.message = quotaMessage(metric, modelName, d.limit, d.wait)
	f.details = []any{quotaFailure(violation(id, metric, modelName, d.limit)), help()}
	if d.wait > 0 {
		f.details = append(f.details, retryInfo(d.wait))
	}
	return f
}

// failureOf gives the error answer of a fault, where it is one.
func (s *Server) failureOf(f Fault, modelName string) (failure, bool) {
	hint := s.options.Hint
	exhausted := func(message string, details ...any) (failure, bool) {
		return failure{code: http.StatusTooManyRequests, status: "RESOURCE_EXHAUSTED", message: message, details: details}, true
	}
	minute := quotaFailure(violation(perMinute, freeMetric, modelName, 10))
	switch f {
	case BareQuota:
		return exhausted("Resource has been exhausted (e.g. check quota).")
	case QuotaMinute:
		return exhausted(quotaMessage(freeMetric, modelName, 10, hint+16*time.Millisecond), minute, help(), retryInfo(hint))
	case QuotaReordered:
		return exhausted(quotaHelp, retryInfo(hint), help(), minute)
	case QuotaMessage:
		return exhausted(quotaMessage(freeMetric, modelName, 10, hint))
	case QuotaHeader:
		e, _ := exhausted("Resource has been exhausted (e.g. check quota).")
		e.header = http.Header{"Retry-After": {fmt.Sprint(int(hint.Seconds()))}}
		return e, true
	case QuotaTokens:
		return exhausted(quotaMessage(tokenMetric, modelName, 250_000, hint), quotaFailure(violation(tokens, tokenMetric, modelName, 250_000)), retryInfo(hint))
	case QuotaDay:
		return exhausted(quotaMessage(freeMetric, modelName, 200, hint),
			quotaFailure(violation(perMinute, freeMetric, modelName, 10), violation(perDay, freeMetric, modelName, 200)), help(), retryInfo(hint))
	case QuotaNone:
		return exhausted(quotaMessage(freeMetric, modelName, 0, hint), quotaFailure(violation(perMinute, freeMetric, modelName, 0)), help(), retryInfo(hint))
	case QuotaLong:
		return exhausted(quotaMessage(freeMetric, modelName, 10, time.Hour), minute, retryInfo(time.Hour))
	case Internal:
		return simple(500, "INTERNAL", "An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting"), true
	case BadGateway:
		return simple(502, "UNAVAILABLE", "Bad gateway."), true
	case Overloaded:
		return simple(503, "UNAVAILABLE", "This model is currently experiencing high demand. Spikes in demand are usually temporary. Please try again later."), true
	case GatewayTimeout:
		return simple(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete. The prompt may be too large for the deadline."), true
	case Forbidden:
		return simple(403, "PERMISSION_DENIED", "You do not have permission to access the model."), true
	case LeakedKey:
		return simple(403, "PERMISSION_DENIED", "Your API key was reported as leaked. Please use another API key."), true
	case BadKey:
		return badKey(), true
	case FreeTierCountry:
		return simple(400, "FAILED_PRECONDITION", "User location is not supported for the API use without a billing account linked: the free tier is not available in your country. Please enable billing."), true
	case BadRequest:
		return simple(400, "INVALID_ARGUMENT", "Request contains an invalid argument."), true
	case NoCode:
		return failure{code: 503, status: "UNAVAILABLE", message: "The service is currently unavailable.", noCode: true}, true
	case ErrorList:
		return failure{code: 429, status: "RESOURCE_EXHAUSTED", message: quotaHelp, details: []any{minute, retryInfo(hint)}, list: true}, true
	}
	return goneFailure(f, modelName)
}

func goneFailure(f Fault, modelName string) (failure, bool) {
	switch f {
	case GoneNewer:
		return gone(modelName, ""), true
	case GoneNamed:
		return gone(modelName, "gemini-test-replacement"), true
	case GoneNamed400:
		e := gone(modelName, "gemini-test-replacement")
		e.code, e.status = 400, "INVALID_ARGUMENT"
		return e, true
	case NeverExisted:
		return neverExisted(modelName), true
	}
	return failure{}, false
}

func badKey() failure {
	f := simple(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.")
	f.details = []any{map[string]any{"@type": typePrefix + "ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com", "metadata": map[string]any{"service": "generativelanguage.googleapis.com"}}}
	return f
}

func gone(modelName, replacement string) failure {
	if replacement == "" {
		return simple(404, "NOT_FOUND", "This model models/"+modelName+" is no longer available. Please update your code to use a newer model for the latest features and improvements.")
	}
	return simple(404, "NOT_FOUND", "This model models/"+modelName+" is no longer available to new users. Please update your code to use models/"+strings.TrimPrefix(replacement, "models/")+".")
}

func neverExisted(modelName string) failure {
	return simple(404, "NOT_FOUND", "models/"+modelName+" is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.")
}
