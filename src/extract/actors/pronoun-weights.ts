/**
 * Weights of the features of `pronoun-features.ts`, in their order: a softmax over the candidates, fitted on the pronouns that are sources of quotations
 * in the training articles (five-fold by article: person 91.5 % of 822; thing 72.7 % of 33; many 70.6 % of 85; ). The network's pointer had no part in the fit; its weight is set by hand.
 */
export const PRONOUN_WEIGHTS = {
  person: [0.44, 0.5, -0.09, -0.77, 0.3, -0.42, -0.14, 1.29, -1.38, 0.29, 0.57, 0.12, 0.58, 0.24, 0.91, -0.21, -0.34, -0.38, -0.27, 1.2, -2.12, 0.66, 1.64, 0.2, -0.05, 0.47, 0.58, 0.22, 4.0],
  thing: [0.28, 0.53, -0.24, -0.51, 0.24, -0.29, -0.21, 1.1, -1.39, -0.04, 0.5, -0.02, 0.66, 0.07, 0.72, -0.45, -0.43, -0.37, -0.22, 1.2, -1.78, 0.7, 1.95, 0.43, 0.01, 0.62, 0.66, -0.11, 4.0],
  many: [0.78, 0.14, 0.05, -0.9, 0.27, -0.41, -0.29, 1.4, -0.97, -0.02, 0.85, 0.13, 0.69, 0.12, 0.63, -0.36, -0.44, -0.07, -0.0, 1.2, -0.75, 0.57, 1.44, 0.32, 0.09, 0.5, 0.69, -0.54, 4.0],
} as const;
