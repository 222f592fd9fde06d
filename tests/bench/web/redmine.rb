# Fills a Redmine of its own with the plans of a JSON file: a project a plan, an issue a task, a note a report.
# Run by `rails runner`; prints the keys of what was made. Rows are inserted in bulk, as those of the register are.
require "json"

# Nobody is written to: the comparison is of pages
Setting.notified_events = []
Setting.login_required = "1"
Setting.per_page_options = "50,100"
Setting.default_language = "zh"

def hire(login, password)
  user = User.new(firstname: login, lastname: "云泽", mail: "#{login}@example.invalid", language: "zh")
  user.login = login
  user.password = user.password_confirmation = password
  user.save!
  user
end

plans = JSON.parse(File.read(ENV.fetch("LUOSHI_PLANS")))
supervisor = hire("supervisor", ENV.fetch("LUOSHI_PASSWORD"))
leads = plans.flat_map { |plan| plan["tasks"].map { |task| task["lead"] } }.uniq
holders = leads.each_with_index.to_h { |lead, place| [lead, hire("unit#{place}", ENV.fetch("LUOSHI_PASSWORD"))] }
manager = Role.givable.first
tracker, status, priority = Tracker.first, IssueStatus.first, IssuePriority.active.first
now = Time.now.utc
made = plans.map do |plan|
  project = Project.new(name: plan["title"], identifier: "plan-#{plan['number']}", is_public: false)
  project.trackers = [tracker]
  project.enabled_module_names = ["issue_tracking"]
  project.save!
  [supervisor, *holders.values].each { |user| Member.create!(project: project, principal: user, roles: [manager]) }
  categories = plan["tasks"].map { |task| task["section"] }.uniq.to_h do |name|
    [name, IssueCategory.create!(project: project, name: name[0, 60])]
  end
  first = (Issue.maximum(:id) || 0) + 1
  issues = plan["tasks"].each_with_index.map do |task, place|
    {
      id: first + place, root_id: first + place, lft: 1, rgt: 2, project_id: project.id, tracker_id: tracker.id,
      status_id: status.id, priority_id: priority.id, author_id: supervisor.id, subject: task["text"][0, 255],
      description: task["text"], category_id: categories[task["section"]].id, assigned_to_id: holders[task["lead"]].id,
      due_date: task["due"], done_ratio: 0, lock_version: 0, is_private: false, created_on: now, updated_on: now,
    }
  end
  Issue.insert_all!(issues)
  notes = plan["tasks"].each_with_index.flat_map do |task, place|
    task["reports"].map do |text|
      {
        journalized_id: first + place, journalized_type: "Issue", user_id: holders[task["lead"]].id, notes: text,
        created_on: now, private_notes: false,
      }
    end
  end
  Journal.insert_all!(notes) if notes.any?
  { "project" => project.identifier, "issues" => issues.map { |issue| issue[:id] } }
end
ActiveRecord::Base.connection.execute("ANALYZE")
File.write(ENV.fetch("LUOSHI_MADE"), JSON.dump(made))
