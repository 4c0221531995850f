#!/usr/bin/env bash
# Brings Cordon and one PostgreSQL to the cluster kubectl points at, with passwords drawn here and kept in the cluster alone.
# Needs kubectl, openssl, and an image the cluster can pull: CORDON_IMAGE=registry/name:tag (README, "On Kubernetes").
set -euo pipefail
cd "$(dirname "$0")"
namespace=cordon-trial
image="${CORDON_IMAGE:?Say which image the cluster shall pull: CORDON_IMAGE=registry/name:tag}"

secret_is_missing() {
    ! kubectl --namespace "$namespace" get secret "$1" >/dev/null 2>&1
}

password() {
    openssl rand -hex 24
}

kubectl apply -f namespace.yaml
if secret_is_missing cordon-database; then
    kubectl --namespace "$namespace" create secret generic cordon-database \
        --from-literal=superuser="$(password)" --from-literal=owner="$(password)" --from-literal=app="$(password)" \
        --from-literal=sweep="$(password)" --from-literal=seal="$(password)" --from-literal=notice="$(password)"
fi
if secret_is_missing cordon-audit; then
    openssl genpkey -algorithm ed25519 |
        kubectl --namespace "$namespace" create secret generic cordon-audit --from-file=audit.pem=/dev/stdin
fi
kubectl kustomize . | sed "s|image: cordon:1.0.0-SNAPSHOT\$|image: $image|" | kubectl apply -f -
kubectl --namespace "$namespace" rollout status deployment/cordon --timeout=5m
echo "Cordon runs. Its set-up link is in the log; it answers at http://localhost:8080 once you run:"
echo "  kubectl --namespace $namespace logs deployment/cordon | grep -A6 'no administrator'"
echo "  kubectl --namespace $namespace port-forward service/cordon 8080:80"
