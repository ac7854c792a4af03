/**
 * Weights of the features of `pronoun-features.ts`, in their order: a softmax over the candidates, fitted on the pronouns that are sources of quotations
 * in the training articles (five-fold by article: person 91.4 % of 824; thing 73.5 % of 34; many 72.1 % of 86; ). The network's pointer had no part in the fit; its weight is set by hand.
 */
export const PRONOUN_WEIGHTS = {
  person: [
    0.6, 0.48, -0.02, -0.69, 0.52, -0.38, -0.02, 1.49, -1.66, -0.2, 0.55, -0.01, 0.84, 0.43, 0.98, -0.53, -0.16, -0.12, -0.1, 1.28, -2.67,
    0.92, 2.1, 0.06, -0.01, 0.36, 0.84, -0.19, 1.2, 1.5,
  ],
  thing: [
    0.58, 0.36, -0.12, -0.45, 0.5, -0.3, -0.02, 1.36, -1.63, -0.47, 0.6, -0.14, 0.86, 0.21, 0.75, -0.8, -0.25, 0.13, -0.07, 1.28, -2.36,
    0.9, 2.38, 0.3, 0.2, 0.48, 0.86, -0.26, 1.2, 1.5,
  ],
  many: [
    1.07, 0.22, 0.12, -1.04, 0.3, -0.27, -0.22, 1.49, -0.76, -0.5, 1.1, -0.08, 0.79, 0.37, 0.44, -0.66, -0.45, -0.08, -0.16, 1.28, -0.48,
    0.73, 1.54, 0.29, 0.19, 0.64, 0.79, -0.89, 1.2, 1.5,
  ],
} as const;
