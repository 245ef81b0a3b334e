# One image, three processes: `server` (the default), `worker`, `ctl <command>`.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev
COPY . .
RUN npx nest build && npx vite build apps/console --logLevel warn

# The embedded PostgreSQL and the bundled Node are optional packages: a container has the one beside it and its own.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional && npm cache clean --force

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS="--enable-source-maps --max-semi-space-size=16"
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json schema.graphql ./
COPY scripts/container.sh /usr/local/bin/rollcall
USER node
EXPOSE 3000
# A worker has no port: its health is that its process runs.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["rollcall", "healthcheck"]
ENTRYPOINT ["rollcall"]
CMD ["server"]
