// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_desk.h"

#include <QLocale>
#include <QSaveFile>

#include "audience/people/people_acts.h"
#include "audience/people/people_removal.h"
#include "reports/person/person_erasure.h"
#include "reports/person/person_file.h"

namespace heliograph::ui {

using audience::Profile;

namespace {

std::vector<ProfileId> idsOfPeople(const std::vector<Profile>& people) {
  std::vector<ProfileId> ids;
  for (const Profile& person : people) ids.push_back(person.id);
  return ids;
}

Result<> writePeopleTo(const Services& services, const std::vector<ProfileId>& people, const QString& file,
                       const CancelToken& cancel) {
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly)) {
    return fail(ErrorCode::ReadOnly, PeopleDesk::tr("The file can't be written. Choose another folder."),
                out.errorString());
  }
  HELIOGRAPH_TRY(reports::writePeopleFile(services.database, services.clock, people, out, cancel, &services.columns));
  if (out.commit()) return {};
  return fail(ErrorCode::Io,
              PeopleDesk::tr("The file could not be written whole, so it was left out. Look whether there is room on "
                             "the disk."),
              out.errorString());
}

}  // namespace

QString whoWords(const std::vector<Profile>& people) {
  return people.size() == 1
             ? people.front().displayName()
             : PeopleDesk::tr("%1 people").arg(QLocale().toString(static_cast<qlonglong>(people.size())));
}

PeopleDesk::PeopleDesk(Services& services, QObject* parent) : QObject(parent), m_services(services) {}

PeopleDesk::~PeopleDesk() {
  m_cancel.cancel();
}

void PeopleDesk::act(const std::vector<Profile>& people, std::function<Result<>(const std::vector<ProfileId>&)> work,
                     const QString& done) {
  const std::vector<ProfileId> ids = idsOfPeople(people);
  m_services.background.run([work = std::move(work), ids] { return work(ids); })
      .then(this, [this, ids, done](const Result<>& result) {
        if (!result && result.error().code == ErrorCode::Cancelled) return;
        if (!result) return Q_EMIT failed(result.error().message);
        Q_EMIT said(done);
        Q_EMIT changed(ids);
      });
}

void PeopleDesk::setTest(const std::vector<Profile>& people, bool isTest) {
  const QString who = whoWords(people);
  const QString done = people.size() == 1
                           ? (isTest ? tr("%1 is a test profile now: tests are offered to them first.").arg(who)
                                     : tr("%1 is no test profile any more.").arg(who))
                           : (isTest ? tr("%1 are test profiles now: tests are offered to them first.").arg(who)
                                     : tr("%1 are no test profiles any more.").arg(who));
  act(
      people,
      [services = m_services, isTest](const std::vector<ProfileId>& ids) {
        return audience::PeopleActs(services.database, services.clock).setTest(ids, isTest);
      },
      done);
}

void PeopleDesk::unsubscribe(const std::vector<Profile>& people) {
  act(
      people,
      [services = m_services](const std::vector<ProfileId>& ids) {
        return audience::PeopleActs(services.database, services.clock).unsubscribe(ids, QStringLiteral("person"));
      },
      tr("Unsubscribed: %1. No campaign texts them any more.").arg(whoWords(people)));
}

void PeopleDesk::resubscribe(const std::vector<Profile>& people) {
  act(
      people,
      [services = m_services](const std::vector<ProfileId>& ids) {
        return audience::PeopleActs(services.database, services.clock).resubscribe(ids);
      },
      tr("Subscribed again: %1.").arg(whoWords(people)));
}

void PeopleDesk::erase(const std::vector<Profile>& people) {
  Q_EMIT said(tr("Deleting %1 with everything…").arg(whoWords(people)));
  act(
      people,
      [services = m_services, cancel = m_cancel](const std::vector<ProfileId>& ids) {
        return reports::PersonErasure(services.database, services.clock, services.sandboxRecord).erase(ids, cancel);
      },
      tr("Deleted with everything: %1.").arg(whoWords(people)));
}

void PeopleDesk::exportTo(const std::vector<Profile>& people, const QString& file) {
  Q_EMIT said(tr("Writing %1…").arg(file));
  m_services.background
      .run([services = m_services, ids = idsOfPeople(people), file, cancel = m_cancel] {
        return writePeopleTo(services, ids, file, cancel);
      })
      .then(this, [this, file](const Result<>& written) {
        if (!written) return Q_EMIT failed(written.error().message);
        Q_EMIT said(tr("Written to %1.").arg(file));
      });
}

void PeopleDesk::finishErasures() {
  m_services.background.run([services = m_services] {
    return audience::PeopleRemoval(services.database, services.clock).finish().has_value();
  });
}

}  // namespace heliograph::ui
