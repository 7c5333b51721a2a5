package spelling
import ("testing";"fmt")
func BenchmarkX(b *testing.B){
 a,w,_:=Find("de"); d,_:=Read(a,w)
 fmt.Println(len(d.suffixes), len(d.suffixes[""]), len(d.prefixes), len(d.prefixes[""]), d.longest, d.compoundLeast)
 for _, x := range []string{"Vulkan","Vulkanausbruch","Aschewolkenbildung","Vulkanausbruhcc","Lavaströmungsgeschwindigkeitt","Lavaströmungsgeschwindigk"} {
 b.Run(x,func(b *testing.B){for b.Loop(){d.Knows(x)}})
 }
}
