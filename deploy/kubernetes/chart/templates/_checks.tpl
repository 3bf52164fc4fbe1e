{{/* What a schema cannot compare. */}}
{{- define "gongdan.checks" -}}
{{- if ge (int .Values.preStopSeconds) (int .Values.drainSeconds) }}{{ fail "preStopSeconds must be less than drainSeconds: a process that is to stop has to be told while it is still asked" }}{{ end }}
{{- if lt (int .Values.terminationGraceSeconds) (add (int .Values.drainSeconds) 40) }}{{ fail "terminationGraceSeconds must be at least 40 more than drainSeconds: calls under way and loops end then" }}{{ end }}
{{- if and .Values.strimzi.enabled (gt (int .Values.strimzi.minInSyncReplicas) (int .Values.strimzi.replicas)) }}{{ fail "strimzi.minInSyncReplicas is more than strimzi.replicas" }}{{ end }}
{{- range $name := keys .Values.processes | sortAlpha }}
{{- $scaling := (include "gongdan.process" (dict "root" $ "name" $name) | fromYaml).autoscaling }}
{{- if gt (int $scaling.minReplicas) (int $scaling.maxReplicas) }}{{ fail (printf "autoscaling of %s: minReplicas is more than maxReplicas" $name) }}{{ end }}
{{- if and (eq $scaling.by "lag") (eq $name "gateway") }}{{ fail "the gateway consumes nothing that could lag: autoscaling.by none or cpu" }}{{ end }}
{{- if and (eq $scaling.by "lag") (not $.Values.keda.prometheusUrl) }}{{ fail (printf "autoscaling.by lag (%s) needs keda.prometheusUrl" $name) }}{{ end }}
{{- end }}
{{- end -}}
