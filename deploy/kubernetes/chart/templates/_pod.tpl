{{/* What every pod of ours has beside its container, for a Deployment and a Job alike. Context: dict "root" $ "name" … "process" … */}}
{{- define "gongdan.pod" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
automountServiceAccountToken: false
# Variables such as TICKET_SERVICE_PORT=tcp://… would only be mistaken for settings.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
{{- with .process.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- range $key := list "nodeSelector" "tolerations" "affinity" }}
{{- with get $.process $key }}
{{ $key }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 256Mi }
  {{- range $volume := include "gongdan.files" . | fromYamlArray }}
  - name: {{ $volume.name }}
    {{- toYaml $volume.source | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "gongdan.mounts" -}}
- { name: tmp, mountPath: /tmp }
{{- range $volume := include "gongdan.files" . | fromYamlArray }}
- { name: {{ $volume.name }}, mountPath: /etc/gongdan/{{ $volume.folder }}, readOnly: true }
{{- end }}
{{- end -}}

{{/* Files from outside: certificates of authorities, pictures for papers. */}}
{{- define "gongdan.files" -}}
{{- $values := .root.Values -}}
{{- $service := ne .name "gateway" -}}
{{- $facts := get (include "gongdan.facts" .root | fromYaml) .name -}}
{{- with $values.kafka.certificateAuthority }}{{ if .existingSecret }}
- name: kafka-authority
  folder: kafka
  source: { secret: { secretName: {{ .existingSecret }}, items: [{ key: {{ .key | quote }}, path: ca.crt }] } }
{{- end }}{{ end }}
{{- with $values.postgresql.certificateAuthority }}{{ if and $service .existingSecret }}
- name: postgresql-authority
  folder: postgresql
  source: { secret: { secretName: {{ .existingSecret }}, items: [{ key: {{ .key | quote }}, path: ca.crt }] } }
{{- end }}{{ end }}
{{- if and $facts.prints $values.company.pictures.existingConfigMap }}
- name: pictures
  folder: company
  source: { configMap: { name: {{ $values.company.pictures.existingConfigMap }} } }
{{- end }}
{{- end -}}

{{- define "gongdan.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}
