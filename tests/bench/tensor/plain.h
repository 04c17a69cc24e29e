/* Symmetric tensors of order 3, packed row by row: c_ijk for i >= j >= k. The loops that one writes first, in float. */

/* out [N] = T(x,x,.) */
static inline void gradient(int N, const float *restrict c, const float *restrict x, float *restrict out) {
  for (int l = 0; l < N; ++l) out[l] = 0;
  for (int i = 0; i < N; ++i) {
    float q = 0;
    for (int j = 0; j <= i; ++j) {
      const float w = x[i] * x[j];
      float r = 0;
      for (int k = 0; k <= j; ++k) {
        r += c[k] * x[k];
        out[k] += c[k] * w;
      }
      out[j] += x[i] * r;
      q += x[j] * r;
      c += j + 1;
    }
    out[i] += q;
  }
  for (int l = 0; l < N; ++l) out[l] /= 3;
}

/* out [N] = T : M for a symmetric M [N, N] */
static inline void contract(int N, const float *restrict c, const float *restrict M, float *restrict out) {
  for (int l = 0; l < N; ++l) out[l] = 0;
  for (int i = 0; i < N; ++i) {
    const float *Mi = M + i * N;
    float q = 0;
    for (int j = 0; j <= i; ++j) {
      const float *Mj = M + j * N;
      float r = 0;
      for (int k = 0; k <= j; ++k) {
        r += c[k] * Mi[k];
        q += c[k] * Mj[k];
        out[k] += c[k] * Mi[j];
      }
      out[j] += r;
      c += j + 1;
    }
    out[i] += q;
  }
  for (int l = 0; l < N; ++l) out[l] /= 3;
}
