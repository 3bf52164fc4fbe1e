{{/* One process with the defaults under what it says itself, as YAML. Context: dict "root" $ "name" "gateway" */}}
{{- define "gongdan.process" -}}
{{- $process := mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (get .root.Values.processes .name)) -}}
{{- toYaml $process -}}
{{- end -}}

{{/* What processes are (files/processes.yaml), whatever the values say. */}}
{{- define "gongdan.facts" -}}
{{- .Files.Get "files/processes.yaml" -}}
{{- end -}}

{{- define "gongdan.name" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "gongdan.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* Of pods: nothing that changes with the chart's version, so that a new chart alone starts nothing anew. */}}
{{- define "gongdan.podLabels" -}}
{{ include "gongdan.selector" . }}
app.kubernetes.io/part-of: gongdan
{{- end -}}

{{- define "gongdan.labels" -}}
{{ include "gongdan.podLabels" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "gongdan.image" -}}
{{- $at := list .root.Values.image.registry .root.Values.image.repository .name | compact | join "/" -}}
{{ printf "%s:%s" $at (.root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end -}}

{{/* Topics of topics.properties, as JSON: {"ticket-events": {"partitions": "4", …}, …}, dead letter topics included. */}}
{{- define "gongdan.topics" -}}
{{- $defaults := dict -}}{{- $topics := dict -}}
{{- range $line := splitList "\n" (.Files.Get "files/topics.properties") -}}
  {{- $line = trim $line -}}
  {{- if and $line (not (hasPrefix "#" $line)) -}}
    {{- $pair := splitn "=" 2 $line -}}
    {{- $settings := dict -}}
    {{- range $setting := splitList " " (trim $pair._1) -}}
      {{- if $setting -}}{{- $each := splitn "=" 2 $setting -}}{{- $_ := set $settings $each._0 $each._1 -}}{{- end -}}
    {{- end -}}
    {{- $_ := set $topics (trim $pair._0) $settings -}}
  {{- end -}}
{{- end -}}
{{- $defaults = get $topics "defaults" -}}{{- $dead := get $topics "dead-letter" -}}
{{- $all := dict -}}
{{- range $topic, $settings := omit $topics "defaults" "dead-letter" -}}
  {{- if not (hasSuffix "-dead-letter" $topic) -}}
    {{- $_ := set $all $topic (merge (deepCopy $settings) $defaults) -}}
    {{- $own := get $topics (printf "%s-dead-letter" $topic) | default dict -}}
    {{- $_ := set $all (printf "%s-dead-letter" $topic) (merge (deepCopy $own) $dead) -}}
  {{- end -}}
{{- end -}}
{{- toJson $all -}}
{{- end -}}
