/** People with phones, by the dozen. Also used by the benchmarks in {@code bench/}, so nothing but the JDK is needed here. */
package auditorium.load;
