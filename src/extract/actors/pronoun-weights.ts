/**
 * Weights of the features of `pronoun-features.ts`, in their order: a softmax over the candidates, fitted by train/pronouns/fit.py on the pronouns that are
 * sources of quotations in the training articles (right by five-fold over articles: person 90.7 % of 828; thing 79.4 % of 34; many 72.1 % of 86). The last two are set by hand.
 */
export const PRONOUN_WEIGHTS = {
  person: [
    0.43, 0.27, -0.04, -0.6, 0.34, -0.46, 0.01, 1.29, -1.11, 0.1, 0.51, 0.15, 0.56, 0.41, 0.85, -0.46, -0.29, -0.18, -0.18, 1.2, -2.03,
    0.76, 1.73, 0.03, 0.08, 0.3, 0.56, -0.03, 1.2, 1.5,
  ],
  thing: [
    0.45, 0.13, -0.16, -0.36, 0.3, -0.37, -0.01, 1.25, -1.07, -0.09, 0.46, 0.06, 0.55, 0.28, 0.71, -0.74, -0.38, -0.02, 0.01, 1.2, -1.83,
    0.75, 2.07, 0.35, 0.14, 0.39, 0.55, -0.3, 1.2, 1.5,
  ],
  many: [
    0.86, 0.04, 0.11, -0.95, 0.15, -0.39, -0.21, 1.18, -0.36, -0.1, 1.11, 0.09, 0.62, 0.44, 0.42, -0.47, -0.71, -0.01, -0.13, 1.2, -0.2,
    0.6, 1.18, 0.32, 0.33, 0.61, 0.62, -0.76, 1.2, 1.5,
  ],
} as const;
