-- What customers answered to surveys, by time: it is told in stories, among everything else that happened.
create index story_survey on story (at, seq) where type = 'SurveyAnswered';
