package ui

// splitSentences gives the first sentence of each part when as many of n
// sentences as fit are put together, at least one.
func splitSentences(n int, fits func(from, to int) bool) []int {
	if n == 0 || fits(0, n) {
		return []int{0}
	}
	starts := []int{0}
	for from, to := 0, 1; to < n; to++ {
		if !fits(from, to+1) {
			from = to
			starts = append(starts, from)
		}
	}
	return starts
}
