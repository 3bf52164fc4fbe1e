{{/* Not for what the values' own entries say: a name may stand once. */}}
{{- define "gongdan.secretEnv" -}}
{{- if not (has .name (.own | default list)) -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: { name: {{ .secret }}, key: {{ .key }} }
{{- end -}}
{{- end -}}

{{/* What a process is told. Context: dict "root" $ "name" … "process" … */}}
{{- define "gongdan.env" -}}
{{- $values := .root.Values -}}
{{- $facts := get (include "gongdan.facts" .root | fromYaml) .name -}}
{{- $service := ne .name "gateway" -}}
{{- $own := list -}}{{- range .process.env -}}{{- $own = append $own .name -}}{{- end -}}
{{- $plain := dict
    "HTTP_HOST" "0.0.0.0"
    "QUARKUS_HTTP_PORT" "8080"
    "QUARKUS_MANAGEMENT_PORT" "9080"
    "QUARKUS_SHUTDOWN_DELAY" (printf "%dS" (sub (int $values.drainSeconds) (int $values.preStopSeconds)))
    "LOG_FORMAT" "json"
    "JAVA_TOOL_OPTIONS" .process.javaOptions
    "OIDC_AUTH_SERVER_URL" $values.keycloak.realmUrl
    "KAFKA_BOOTSTRAP_SERVERS" $values.kafka.bootstrapServers
    "KAFKA_SECURITY_PROTOCOL" $values.kafka.securityProtocol -}}
{{- if hasPrefix "SASL" $values.kafka.securityProtocol -}}
  {{- $_ := set $plain "KAFKA_SASL_MECHANISM" $values.kafka.saslMechanism -}}
{{- end -}}
{{- if $values.kafka.certificateAuthority.existingSecret -}}
  {{- $_ := set $plain "KAFKA_SSL_TRUSTSTORE_TYPE" "PEM" -}}
  {{- $_ := set $plain "KAFKA_SSL_TRUSTSTORE_LOCATION" "/etc/gongdan/kafka/ca.crt" -}}
{{- end -}}
{{- if not $service -}}
  {{- range $other := keys (omit $values.processes "gateway") | sortAlpha -}}
    {{- $_ := set $plain (printf "%s_URL" (upper $other | replace "-" "_")) (printf "http://%s:8080" (include "gongdan.name" (dict "root" $.root "name" $other))) -}}
  {{- end -}}
  {{- $_ := set $plain "OIDC_CLIENT_ID" $values.keycloak.clientId -}}
  {{- $_ := set $plain "SESSIONS_CLIENT_ID" $values.keycloak.sessionsClientId -}}
  {{- if $values.keycloak.adminUrl -}}{{- $_ := set $plain "KEYCLOAK_ADMIN_URL" $values.keycloak.adminUrl -}}{{- end -}}
  {{- if $values.trustedProxies -}}
    {{- $_ := set $plain "GATEWAY_BEHIND_PROXY" "true" -}}
    {{- $_ := set $plain "GATEWAY_TRUSTED_PROXIES" (join "," $values.trustedProxies) -}}
  {{- end -}}
{{- else -}}
  {{- $_ := set $plain "GONGDAN_URL" $values.url -}}
  {{- $_ := set $plain "DB_ADDRESS" (.process.database.address | default $values.postgresql.address) -}}
  {{- $_ := set $plain "DB_NAME" .process.database.name -}}
  {{- $_ := set $plain "DB_TLS" $values.postgresql.tls -}}
  {{- $_ := set $plain "TRUSTED_PROXIES" (join "," $values.podNetworks) -}}
  {{- if $values.postgresql.certificateAuthority.existingSecret -}}
    {{- $_ := set $plain "DB_JDBC_OPTIONS" "&sslrootcert=/etc/gongdan/postgresql/ca.crt" -}}
    {{- $_ := set $plain "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM" "true" -}}
    {{- $_ := set $plain "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS" "/etc/gongdan/postgresql/ca.crt" -}}
  {{- end -}}
  {{- if $values.traces.endpoint -}}
    {{- $_ := set $plain "QUARKUS_OTEL_SDK_DISABLED" "false" -}}
    {{- $_ := set $plain "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT" $values.traces.endpoint -}}
  {{- end -}}
  {{- range $key, $variable := dict "name" "COMPANY_NAME" "phone" "COMPANY_PHONE" "address" "GONGDAN_COMPANY_ADDRESS" "mail" "GONGDAN_COMPANY_MAIL" -}}
    {{- with get $values.company $key -}}{{- $_ := set $plain $variable . -}}{{- end -}}
  {{- end -}}
  {{- if and $facts.prints $values.company.pictures.existingConfigMap -}}
    {{- if $values.company.pictures.logo -}}{{- $_ := set $plain "GONGDAN_COMPANY_LOGO" "/etc/gongdan/company/logo.png" -}}{{- end -}}
    {{- if $values.company.pictures.seal -}}{{- $_ := set $plain "GONGDAN_COMPANY_SEAL" "/etc/gongdan/company/seal.png" -}}{{- end -}}
  {{- end -}}
{{- end -}}
{{- if eq .name "notification-service" -}}
  {{- $_ := set $plain "SMTP_HOST" $values.mail.host -}}
  {{- $_ := set $plain "SMTP_PORT_NUMBER" (toString $values.mail.port) -}}
  {{- $_ := set $plain "SMTP_SECURITY" $values.mail.security -}}
  {{- range $key, $variable := dict "from" "MAIL_FROM" "language" "MAIL_LANGUAGE" "supervisorAddress" "SUPERVISOR_ADDRESS" "managerAddress" "MANAGER_ADDRESS" "dutyAddress" "DUTY_ADDRESS" -}}
    {{- with get $values.mail $key -}}{{- $_ := set $plain $variable . -}}{{- end -}}
  {{- end -}}
  {{- with $values.webhooks.allowedHosts -}}{{- $_ := set $plain "WEBHOOK_ALLOWED_HOSTS" (join "," .) -}}{{- end -}}
{{- end -}}
{{- range $key, $value := $plain }}{{ if not (has $key $own) }}
- { name: {{ $key }}, value: {{ $value | quote }} }
{{- end }}{{ end }}
{{- if hasPrefix "SASL" $values.kafka.securityProtocol }}
{{ include "gongdan.secretEnv" (dict "own" $own "name" "KAFKA_SASL_JAAS_CONFIG" "secret" (.process.kafkaSecret | default (include "gongdan.name" .)) "key" "sasl.jaas.config") }}
{{- end }}
{{- if not $service }}
{{- range $variable, $key := dict "SESSION_ENCRYPTION_SECRET" "session-encryption" "SIGN_IN_SECRET" "sign-in" "OIDC_CLIENT_SECRET" "client" "SESSIONS_CLIENT_SECRET" "sessions-client" }}
{{ include "gongdan.secretEnv" (dict "own" $own "name" $variable "secret" $.process.existingSecret "key" $key) }}
{{- end }}
{{- else }}
{{ include "gongdan.secretEnv" (dict "own" $own "name" "DB_PASSWORD" "secret" .process.database.existingSecret "key" "password") }}
{{ include "gongdan.secretEnv" (dict "own" $own "name" "DB_OWNER_PASSWORD" "secret" .process.database.ownerSecret "key" "password") }}
{{- end }}
{{- if and (eq .name "notification-service") $values.mail.existingSecret }}
{{ include "gongdan.secretEnv" (dict "own" $own "name" "SMTP_USER" "secret" $values.mail.existingSecret "key" "username") }}
{{ include "gongdan.secretEnv" (dict "own" $own "name" "SMTP_PASSWORD" "secret" $values.mail.existingSecret "key" "password") }}
{{- end }}
{{- with .process.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}
