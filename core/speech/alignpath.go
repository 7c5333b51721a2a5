package speech

// How the path is found: first with frames of 40 ms inside a wide corridor
// about the diagonal, then with frames of 10 ms inside a narrow one about that
// (Salvador and Chan, "Toward accurate dynamic time warping in linear time and
// space", Intelligent Data Analysis 11, 2007).
const (
	thinning   = 4   // frames that are taken as one at first
	wideReach  = 75  // of those, to both sides of the diagonal, at least
	wideShare  = 5   // one part in so many of the sound, if that is more
	widestWay  = 750 // but no more than half a minute
	fineReach  = 25  // frames to both sides of the first path
	standing   = 0.8 // what it costs to stand still for a frame, in sound
	inPause    = 0.1 // the same in a pause of both
	diagonally = 2   // weight of a frame further in both, which makes up two steps
)

// step is how a path came to a cell.
type step uint8

const (
	inBoth   step = iota // a frame further in both sounds
	inFirst              // a frame further in the first only
	inSecond             // a frame further in the second only
)

// path is a way through two sounds: for each frame of the first, the frames of
// the second that it was found in, from first to last, and their mean distance.
type path struct {
	first, last []int
	cost        []float32
}

// corridor gives for each frame of the first sound which frames of the second
// may answer to it, from and up to (exclusive). Neither falls, and each row
// overlaps or touches the one before.
type corridor struct{ from, to []int }

// diagonal is the corridor of Sakoe and Chiba ("Dynamic programming algorithm
// optimization for spoken word recognition", IEEE Trans. ASSP 26, 1978):
// reach frames of the second sound to both sides of the diagonal.
func diagonal(n, m, reach int) corridor {
	c := corridor{make([]int, n), make([]int, n)}
	for i := range n {
		at := int(int64(i) * int64(m-1) / int64(max(n-1, 1)))
		c.from[i], c.to[i] = max(0, at-reach), min(m, at+reach+1)
	}
	c.to[n-1] = m
	return c
}

// around is the corridor about a path between thinned sounds, for the n and m
// frames that they were made of.
func around(p *path, n, m int) corridor {
	c := corridor{make([]int, n), make([]int, n)}
	for i := range n {
		k := i / thinning
		before, after := max(0, k-1), min(len(p.first)-1, k+1)
		c.from[i] = max(0, p.first[before]*thinning-fineReach)
		c.to[i] = min(m, (p.last[after]+1)*thinning+fineReach)
	}
	c.to[n-1] = m
	return c
}

// findPath finds the way through two sounds, neither of which is empty.
func findPath(a, b *track) *path {
	thinA, thinB := thin(a.kept), thin(b.kept)
	n, m := len(thinA), len(thinB)
	reach := max(min(max(wideReach, m/wideShare), widestWay), m/n+1)
	rough := warp(thinA, thinB, diagonal(n, m, reach), func(_, _ int) float32 { return standing * thinning / 2 })
	return warp(a.kept, b.kept, around(rough, len(a.kept), len(b.kept)), func(i, j int) float32 {
		if a.sounds[a.at[i]] || b.sounds[b.at[j]] {
			return standing
		}
		return inPause
	})
}

// thin takes the mean of every few frames.
func thin(v []vector) []vector {
	out := make([]vector, (len(v)+thinning-1)/thinning)
	for i := range out {
		part := v[i*thinning : min((i+1)*thinning, len(v))]
		for _, f := range part {
			for k := range f {
				out[i][k] += f[k] / float32(len(part))
			}
		}
	}
	return out
}

// warp finds the path of least cost, by dynamic programming, from both
// beginnings to both ends inside a corridor. Standing still in one of the
// sounds costs extra. It keeps a byte for each cell of the corridor, and the
// costs of two rows.
func warp(a, b []vector, c corridor, still func(i, j int) float32) *path {
	rows := make([][]step, len(a))
	var before, now []float32
	for i := range a {
		from, to := c.from[i], c.to[i]
		rows[i] = make([]step, to-from)
		now = now[:0]
		// One column to the left of this row, in the row before.
		shift := 0
		if i > 0 {
			shift = from - c.from[i-1]
		}
		for j := from; j < to; j++ {
			k := j - from
			d := a[i].distance(&b[j])
			best, how := float32(never), inBoth
			if up := k + shift; up-1 >= 0 && up-1 < len(before) {
				best = before[up-1] + diagonally*d
			}
			extra := d + still(i, j)
			if up := k + shift; up < len(before) {
				if v := before[up] + extra; v < best {
					best, how = v, inFirst
				}
			}
			if k > 0 {
				if v := now[k-1] + extra; v < best {
					best, how = v, inSecond
				}
			}
			if i == 0 && j == 0 {
				best = d
			}
			now, rows[i][k] = append(now, best), how
		}
		before, now = now, before
	}
	return trace(a, b, c, rows)
}

// never is more than any path costs.
const never = 1e30

// trace goes back along the steps from both ends.
func trace(a, b []vector, c corridor, rows [][]step) *path {
	n := len(a)
	p := &path{make([]int, n), make([]int, n), make([]float32, n)}
	i, j := n-1, c.to[n-1]-1
	p.last[i] = j
	for {
		p.first[i] = j
		p.cost[i] += a[i].distance(&b[j])
		if i == 0 && j == 0 {
			break
		}
		how := rows[i][j-c.from[i]]
		if how != inFirst {
			j--
		}
		if how != inSecond {
			i--
			p.last[i] = j
		}
	}
	for i := range p.cost {
		p.cost[i] /= float32(p.last[i] - p.first[i] + 1)
	}
	return p
}
