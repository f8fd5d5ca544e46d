// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_mapping.h"

#include <algorithm>

#include "audience/display_name.h"
#include "audience/import_mapping.h"

namespace heliograph::audience {
namespace {

/// Names by which a field is known, the surest first.
QStringList namesOf(EventColumnUse use) {
  switch (use) {
    case EventColumnUse::Identity:
      return {QStringLiteral("identity"),   QStringLiteral("userid"),    QStringLiteral("profileid"),
              QStringLiteral("customerid"), QStringLiteral("contactid"), QStringLiteral("memberid"),
              QStringLiteral("objectid"),   QStringLiteral("user"),      QStringLiteral("uid"),
              QStringLiteral("email")};
    case EventColumnUse::Event:
      return {QStringLiteral("event"), QStringLiteral("eventname"), QStringLiteral("evtname"),
              QStringLiteral("eventtype"), QStringLiteral("action")};
    case EventColumnUse::At:
      return {QStringLiteral("ts"),        QStringLiteral("timestamp"),  QStringLiteral("time"),
              QStringLiteral("eventtime"), QStringLiteral("occurredat"), QStringLiteral("at"),
              QStringLiteral("datetime"),  QStringLiteral("date"),       QStringLiteral("createdat")};
    case EventColumnUse::Id:
      return {QStringLiteral("eventid"), QStringLiteral("messageid"), QStringLiteral("insertid"), QStringLiteral("id"),
              QStringLiteral("uuid")};
    default:
      return {};
  }
}

tl::unexpected<Error> wrongEvents(const QStringList& header, const QString& what) {
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("%1 The file has the columns %2.").arg(what, header.join(QStringLiteral(", "))));
}

/// Gives each column a use and keeps what was decided.
class EventColumnMapper final {
 public:
  EventColumnMapper(const QStringList& header, const QString& constantEvent)
      : m_header(header), m_constantEvent(constantEvent), m_uses(static_cast<std::size_t>(header.size())) {}

  Result<EventColumns> map(const std::vector<EventColumnWish>& wishes);

 private:
  struct Use {
    EventColumnUse use = EventColumnUse::Property;
    QString property;
    bool wished = false;
  };
  Result<> wish(const EventColumnWish& wanted);
  void find(EventColumnUse use);
  [[nodiscard]] int columnOf(EventColumnUse use) const;
  Result<> fill(std::size_t place);

  const QStringList& m_header;
  const QString& m_constantEvent;
  std::vector<Use> m_uses;
  EventColumns m_columns;
};

Result<> EventColumnMapper::wish(const EventColumnWish& wanted) {
  for (qsizetype i = 0; i < m_header.size(); ++i) {
    if (m_header[i].trimmed() != wanted.column && splitDateFormat(m_header[i]).first != wanted.column) continue;
    m_uses[static_cast<std::size_t>(i)] = {wanted.use, wanted.property, true};
    return {};
  }
  return wrongEvents(m_header, QStringLiteral("The file has no column “%1”.").arg(wanted.column));
}

int EventColumnMapper::columnOf(EventColumnUse use) const {
  const auto at = std::find_if(m_uses.begin(), m_uses.end(), [use](const Use& each) { return each.use == use; });
  return at == m_uses.end() ? -1 : static_cast<int>(at - m_uses.begin());
}

/// Looks for a column of that use by its name, unless there is one already.
void EventColumnMapper::find(EventColumnUse use) {
  if (columnOf(use) >= 0) return;
  for (const QString& name : namesOf(use)) {
    for (std::size_t i = 0; i < m_uses.size(); ++i) {
      if (m_uses[i].wished || m_uses[i].use != EventColumnUse::Property) continue;
      if (plainName(splitDateFormat(m_header[static_cast<qsizetype>(i)]).first) != name) continue;
      m_uses[i].use = use;
      return;
    }
  }
}

Result<> EventColumnMapper::fill(std::size_t place) {
  const auto [name, pattern] = splitDateFormat(m_header[static_cast<qsizetype>(place)]);
  const auto format = pattern.isEmpty() ? std::nullopt : DateFormat::parse(pattern);
  if (!pattern.isEmpty() && !format) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The date format “%1” of the column “%2” can't be understood. Write it like dd/MM/yyyy "
                               "or yyyy-MM-dd HH:mm:ss, or say iso or unix.")
                    .arg(pattern, name));
  }
  if (m_uses[place].use == EventColumnUse::At) m_columns.atFormat = format;
  if (m_uses[place].use != EventColumnUse::Property) return {};
  const QString property = m_uses[place].wished ? m_uses[place].property : name;
  const std::string utf8 = property.toStdString();
  const bool taken = std::any_of(m_columns.properties.begin(), m_columns.properties.end(),
                                 [&utf8](const EventColumn& each) { return each.name == utf8; });
  if (property.isEmpty() || taken) {
    m_columns.remarks << (taken ? QStringLiteral("“%1” is there twice; the second one is left out.").arg(property)
                                : QStringLiteral("A column without a name is left out."));
    return {};
  }
  m_columns.properties.push_back({static_cast<int>(place), utf8, format});
  return {};
}

Result<EventColumns> EventColumnMapper::map(const std::vector<EventColumnWish>& wishes) {
  for (const EventColumnWish& wanted : wishes) HELIOGRAPH_TRY(wish(wanted));
  find(EventColumnUse::Identity);
  if (m_constantEvent.isEmpty()) find(EventColumnUse::Event);
  find(EventColumnUse::At);
  find(EventColumnUse::Id);
  m_columns.header = m_header;
  m_columns.identity = columnOf(EventColumnUse::Identity);
  m_columns.event = columnOf(EventColumnUse::Event);
  m_columns.at = columnOf(EventColumnUse::At);
  m_columns.id = columnOf(EventColumnUse::Id);
  if (m_columns.identity < 0) {
    return wrongEvents(m_header, QStringLiteral("No column tells whose the events are: map one to identity."));
  }
  if (m_columns.event < 0 && m_constantEvent.isEmpty()) {
    return wrongEvents(m_header, QStringLiteral("No column tells what happened: map one to event, or name one event "
                                                "for the whole file."));
  }
  if (m_columns.at < 0) {
    return wrongEvents(m_header, QStringLiteral("No column tells when it happened: map one to time."));
  }
  for (std::size_t i = 0; i < m_uses.size(); ++i) HELIOGRAPH_TRY(fill(i));
  if (m_columns.id < 0) {
    m_columns.remarks << QStringLiteral(
        "No column is taken for the events' own ids, so that an event that stands in "
        "two files is counted twice.");
  }
  return std::move(m_columns);
}

}  // namespace

Result<EventColumnWish> eventColumnFromText(const QString& text) {
  const auto sign = text.lastIndexOf(QLatin1Char('='));
  if (sign <= 0) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is no mapping. Write it as column=property.").arg(text));
  }
  static const QList<QPair<QString, EventColumnUse>> words{{QStringLiteral("identity"), EventColumnUse::Identity},
                                                           {QStringLiteral("event"), EventColumnUse::Event},
                                                           {QStringLiteral("time"), EventColumnUse::At},
                                                           {QStringLiteral("id"), EventColumnUse::Id},
                                                           {QString(), EventColumnUse::Ignore}};
  EventColumnWish wish{text.left(sign).trimmed(), EventColumnUse::Property, text.mid(sign + 1).trimmed()};
  for (const auto& [word, use] : words) {
    if (wish.property == word) wish.use = use;
  }
  return wish;
}

Result<EventColumns> mapEventColumns(const QStringList& header, const std::vector<EventColumnWish>& wishes,
                                     const QString& constantEvent) {
  return EventColumnMapper(header, constantEvent).map(wishes);
}

}  // namespace heliograph::audience
