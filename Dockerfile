# syntax=docker/dockerfile:1
# Readout with all it needs: docker build -t readout . && docker run --rm -i readout read --from text --to jsonl < article.txt

FROM node:20.20-bookworm AS build
WORKDIR /build
# Packages first: they change less often than the sources.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-fund --no-audit
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY web ./web
COPY scripts ./scripts
COPY data ./data
COPY models ./models
# The page tells errors by their page, and offers an article to try.
COPY docs/errors.md ./docs/errors.md
COPY examples ./examples
RUN npm run build && npm run build:web
# Without what only builds and tests need, and without the network's libraries for other systems.
RUN npm prune --omit=dev --no-fund --no-audit \
 && find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 -type d ! -name linux -exec rm -rf {} +

FROM node:20.20-bookworm-slim AS run
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/web-dist ./web-dist
COPY data ./data
COPY models ./models
COPY LICENSE NOTICE ./
COPY deploy/healthcheck.mjs ./deploy/healthcheck.mjs
# Where an archive in a file would lie, for those who mount a volume there.
RUN mkdir /data && chown node:node /data && ln -s /app/dist/cli/main.js /usr/local/bin/readout && chmod +x /app/dist/cli/main.js
USER 1000:1000
WORKDIR /data
# Of readout work --metrics 9100; for readout serve set READOUT_HEALTH=http://127.0.0.1:7717/healthz.
ENV READOUT_HEALTH=http://127.0.0.1:9100/healthz
EXPOSE 7717 9100
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "/app/deploy/healthcheck.mjs"]
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["--help"]
