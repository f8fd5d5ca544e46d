// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/found_people_model.h"

#include <algorithm>

#include "audience/reachability.h"
#include "phone/country.h"

namespace heliograph::items {

using audience::Profile;
using audience::Reachability;

namespace {

constexpr int kPeopleAtOnce = 200;

/// Of this person alone: another one's number isn't looked at.
Reachability standingOf(const Profile& person) {
  audience::ReachabilityCheck alone;
  return alone.next(person.phoneState, person.phone.toStdString(), person.unsubscribed);
}

/// The state with what else sets a person apart.
QString stateWords(const Profile& person) {
  QStringList words{standingWords(person)};
  if (person.isTest) words << FoundPeopleModel::tr("test");
  if (person.isColleague) words << FoundPeopleModel::tr("colleague");
  return words.join(QStringLiteral(" · "));
}

}  // namespace

QString standingWords(const Profile& person) {
  switch (standingOf(person)) {
    case Reachability::Unsubscribed:
      return FoundPeopleModel::tr("Unsubscribed");
    case Reachability::NoPhone:
      return FoundPeopleModel::tr("No number");
    case Reachability::InvalidPhone:
      return FoundPeopleModel::tr("Wrong number");
    default:
      return FoundPeopleModel::tr("Reachable");
  }
}

RowTone standingTone(const Profile& person) {
  switch (standingOf(person)) {
    case Reachability::Unsubscribed:
    case Reachability::InvalidPhone:
      return RowTone::Attention;
    case Reachability::NoPhone:
      return RowTone::Neutral;
    default:
      return RowTone::Fine;
  }
}

FoundPeopleModel::FoundPeopleModel(std::shared_ptr<audience::PeopleFinder> finder, Background& background,
                                   QObject* parent)
    : QAbstractTableModel(parent), m_finder(std::move(finder)), m_background(background) {}

FoundPeopleModel::~FoundPeopleModel() {
  m_cancel.cancel();
}

void FoundPeopleModel::search(const QString& text) {
  m_text = text;
  reload();
}

void FoundPeopleModel::reload() {
  m_searching = true;
  read({});
}

void FoundPeopleModel::read(ProfileId after) {
  m_cancel.cancel();
  m_cancel = CancelToken();
  m_loading = true;
  m_background
      .run([finder = m_finder, text = m_text, after, cancel = m_cancel] {
        return finder->page(text, after, kPeopleAtOnce, cancel);
      })
      .then(this, [this, after, generation = ++m_generation](const Result<Page>& page) {
        if (generation == m_generation) take(after, page);
      });
}

void FoundPeopleModel::take(ProfileId after, const Result<Page>& page) {
  const bool first = !after.isValid();
  m_complete = !page || page->end;
  if (page) m_last = page->last;
  if (page && first) {
    beginResetModel();
    m_rows = page->people;
    endResetModel();
  } else if (page && !page->people.empty()) {
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page->people.size()) - 1);
    m_rows.insert(m_rows.end(), page->people.begin(), page->people.end());
    endInsertRows();
  }
  m_loading = false;  // last: whoever hears of the rows may ask for more at once
  m_searching = false;
  if (!page) Q_EMIT failed(page.error());
  if (first) Q_EMIT answered();
}

void FoundPeopleModel::renew(const std::vector<ProfileId>& people) {
  m_background.run([finder = m_finder, people] { return finder->read(people); })
      .then(this, [this, people](const Result<std::vector<Profile>>& now) {
        if (now) return replace(people, *now);
        Q_EMIT failed(now.error());
      });
}

void FoundPeopleModel::replace(const std::vector<ProfileId>& people, const std::vector<Profile>& now) {
  for (const ProfileId id : people) {
    const int number = rowOf(id);
    if (number < 0) continue;
    const auto found = std::find_if(now.begin(), now.end(), [id](const Profile& one) { return one.id == id; });
    if (found == now.end()) {
      beginRemoveRows({}, number, number);
      m_rows.erase(m_rows.begin() + number);
      endRemoveRows();
    } else {
      m_rows[static_cast<std::size_t>(number)] = *found;
      Q_EMIT dataChanged(index(number, 0), index(number, ColumnCount - 1));
    }
  }
}

int FoundPeopleModel::rowOf(ProfileId person) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Profile& one) { return one.id == person; });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FoundPeopleModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FoundPeopleModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

bool FoundPeopleModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && !m_complete && !m_loading;
}

void FoundPeopleModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) read(m_last);
}

QVariant FoundPeopleModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Name:
      return tr("Name");
    case Identity:
      return tr("Identity");
    case Phone:
      return tr("Number");
    case Country:
      return tr("Country");
    case State:
      return tr("State");
    default:
      return {};
  }
}

QVariant FoundPeopleModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Profile& person = row(index.row());
  if (role == role::Key) return person.id.value;
  if (role == role::Tone) return static_cast<int>(standingTone(person));
  if (role != Qt::DisplayRole && role != role::Raw && role != Qt::ToolTipRole) return {};
  switch (index.column()) {
    case Name:
      return person.displayName();
    case Identity:
      return person.identity;
    case Phone:
      return person.phone;
    case Country:
      return phone::countryName(person.country);
    case State:
      return stateWords(person);
    default:
      return {};
  }
}

}  // namespace heliograph::items
