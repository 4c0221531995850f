-- Serves: responseMetrics, the incidents that were reported in a period.
create index incident_reported_idx on incident (reported_at) where origin = 'REPORTED';
