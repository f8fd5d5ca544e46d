// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/import_mapping.h"

#include <QRegularExpression>
#include <algorithm>

#include "audience/date_format.h"
#include "audience/display_name.h"

namespace heliograph::audience {
namespace {

tl::unexpected<Error> wrongMapping(const QString& message) {
  return fail(ErrorCode::InvalidInput, message);
}

ColumnUse useOf(const QString& name) {
  static const QStringList phones{
      QStringLiteral("phone"),        QStringLiteral("phonenumber"),     QStringLiteral("mobile"),
      QStringLiteral("mobilenumber"), QStringLiteral("mobilephone"),     QStringLiteral("mobileno"),
      QStringLiteral("phoneno"),      QStringLiteral("msisdn"),          QStringLiteral("tel"),
      QStringLiteral("telephone"),    QStringLiteral("telephonenumber"), QStringLiteral("cell"),
      QStringLiteral("cellphone"),    QStringLiteral("handy"),           QStringLiteral("contactnumber"),
      QStringLiteral("handynr"),      QStringLiteral("handynummer"),     QStringLiteral("mobil"),
      QStringLiteral("mobilnummer"),  QStringLiteral("mobilnr"),         QStringLiteral("telefon"),
      QStringLiteral("celular"),      QStringLiteral("whatsapp")};
  static const QStringList unsubscribed{QStringLiteral("unsubscribed"),    QStringLiteral("unsubscribedsms"),
                                        QStringLiteral("smsunsubscribed"), QStringLiteral("optedout"),
                                        QStringLiteral("optout"),          QStringLiteral("smsoptout")};
  static const QStringList subscribed{QStringLiteral("msgsms"), QStringLiteral("smssubscribed"),
                                      QStringLiteral("smsoptin")};
  const QString plain = plainName(name);
  if (plain == QLatin1String("identity")) return ColumnUse::Identity;
  if (plain == QLatin1String("timezone") || plain == QLatin1String("tz")) return ColumnUse::TimeZone;
  if (phones.contains(plain)) return ColumnUse::Phone;
  if (subscribed.contains(plain)) return ColumnUse::Subscribed;
  return unsubscribed.contains(plain) ? ColumnUse::Unsubscribed : ColumnUse::Property;
}

/// What every contact has of its own, so that no property can be called like it.
bool isReserved(const QString& property) {
  return property == QLatin1String("identity") || property == QLatin1String("phone");
}

class HeaderMapper final {
 public:
  explicit HeaderMapper(const QStringList& header) : m_header(header) {}

  Result<HeaderMapping> map(const std::vector<MappedColumn>& overrides, bool mayLackIdentity = false) {
    m_overridden.assign(static_cast<std::size_t>(m_header.size()), false);
    for (const QString& name : m_header) guess(name);
    for (const MappedColumn& wanted : overrides) HELIOGRAPH_TRY(apply(wanted));
    for (const ColumnUse use :
         {ColumnUse::Identity, ColumnUse::Phone, ColumnUse::Subscribed, ColumnUse::Unsubscribed, ColumnUse::TimeZone}) {
      HELIOGRAPH_TRY(keepOne(use));
    }
    findPhone();
    dropUnusable();
    HELIOGRAPH_TRY(checkFormats());
    if (auto identity = findIdentity(); !identity && !mayLackIdentity) return fail(identity.error());
    if (!has(ColumnUse::Phone)) {
      m_result.remarks << QStringLiteral(
          "No column is taken for the phone number. Map one to phone if the file has it.");
    }
    return std::move(m_result);
  }

 private:
  void guess(const QString& header);
  Result<> apply(const MappedColumn& wanted);
  [[nodiscard]] bool isMeant(const MappedColumn& wanted, std::size_t place) const;
  Result<> keepOne(ColumnUse use);
  void findPhone();
  void dropUnusable();
  Result<> checkFormats() const;
  Result<> findIdentity();
  [[nodiscard]] bool has(ColumnUse use) const;
  [[nodiscard]] tl::unexpected<Error> wrongColumns(const QString& what) const;

  const QStringList& m_header;
  std::vector<bool> m_overridden;
  HeaderMapping m_result;
};

void HeaderMapper::guess(const QString& header) {
  const auto [name, format] = splitDateFormat(header);
  const int place = static_cast<int>(m_result.columns.size());
  MappedColumn column{header, useOf(name), QString(), std::nullopt, format, place};
  if (column.use == ColumnUse::Property) column.property = name;
  if (!format.isEmpty()) column.type = PropertyType::Date;
  m_result.columns.push_back(column);
}

/// Whether a wish is for the column at that place.
bool HeaderMapper::isMeant(const MappedColumn& wanted, std::size_t place) const {
  if (wanted.index >= 0) return static_cast<std::size_t>(wanted.index) == place;
  const QString& name = m_result.columns[place].column;
  return name.trimmed() == wanted.column.trimmed() || splitDateFormat(name).first == wanted.column.trimmed();
}

Result<> HeaderMapper::apply(const MappedColumn& wanted) {
  for (std::size_t i = 0; i < m_result.columns.size(); ++i) {
    MappedColumn& column = m_result.columns[i];
    if (!isMeant(wanted, i)) continue;
    const QString header = column.column;
    const QString format = wanted.dateFormat.isEmpty() ? column.dateFormat : wanted.dateFormat;
    const auto type = wanted.type ? wanted.type : column.type;
    column = wanted;
    column.column = header;
    column.dateFormat = format;
    column.index = static_cast<int>(i);
    column.type = type;
    m_overridden[i] = true;
    return {};
  }
  return wrongColumns(QStringLiteral("The file has no column “%1”.").arg(wanted.column));
}

/// Of several columns for one field the one that was asked for stays, else the first; the others become properties.
Result<> HeaderMapper::keepOne(ColumnUse use) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < m_result.columns.size(); ++i) {
    if (m_result.columns[i].use == use) candidates.push_back(i);
  }
  if (candidates.size() < 2) return {};
  const auto isWanted = [this](std::size_t i) { return m_overridden[i]; };
  if (std::count_if(candidates.begin(), candidates.end(), isWanted) > 1) {
    return wrongMapping(QStringLiteral("Two columns are mapped to the same field. Map one of them to something else."));
  }
  auto kept = std::find_if(candidates.begin(), candidates.end(), isWanted);
  if (kept == candidates.end()) kept = candidates.begin();
  for (const std::size_t i : candidates) {
    if (i == *kept) continue;
    MappedColumn& column = m_result.columns[i];
    column.use = ColumnUse::Property;
    column.property = splitDateFormat(column.column).first;
    column.type = PropertyType::Text;
    if (isReserved(column.property)) continue;
    m_result.remarks << QStringLiteral("“%1” is used, so “%2” is kept as a property.")
                            .arg(m_result.columns[*kept].column, column.column);
  }
  return {};
}

/// "Phone 1 - Value", "Customer mobile (primary)": names that only have the word in them.
void HeaderMapper::findPhone() {
  static const QRegularExpression number(
      QString::fromUtf8("phone|mobile|msisdn|mobilnummer|handyn|telefon|celular|móvil|whatsapp"));
  static const QRegularExpression other(
      QStringLiteral("type|label|model|brand|carrier|operator|os$|verified|country|^has|^is"));
  if (has(ColumnUse::Phone)) return;
  for (std::size_t i = 0; i < m_result.columns.size(); ++i) {
    MappedColumn& column = m_result.columns[i];
    const QString plain = plainName(column.property);
    if (m_overridden[i] || column.use != ColumnUse::Property || !plain.contains(number)) continue;
    if (plain.contains(other)) continue;
    column.use = ColumnUse::Phone;
    column.property.clear();
    m_result.remarks << QStringLiteral("“%1” is taken for the phone number.").arg(column.column);
    return;
  }
}

void HeaderMapper::dropUnusable() {
  QStringList taken;
  for (MappedColumn& column : m_result.columns) {
    if (column.use != ColumnUse::Property) continue;
    if (column.property.isEmpty()) {
      column.use = ColumnUse::Ignore;
      m_result.remarks << QStringLiteral("A column without a name is left out.");
    } else if (isReserved(column.property)) {
      column.use = ColumnUse::Ignore;
      m_result.remarks << QStringLiteral("“%1” is left out: another column is taken for it.").arg(column.column);
    } else if (taken.contains(column.property)) {
      column.use = ColumnUse::Ignore;
      m_result.remarks << QStringLiteral("“%1” is there twice; the second one is left out.").arg(column.property);
    } else {
      taken << column.property;
    }
  }
}

Result<> HeaderMapper::checkFormats() const {
  for (const MappedColumn& column : m_result.columns) {
    if (column.dateFormat.isEmpty() || DateFormat::parse(column.dateFormat)) continue;
    return wrongMapping(
        QStringLiteral("The date format “%1” of the column “%2” can't be understood. Write it like dd/MM/yyyy or "
                       "yyyy-MM-dd HH:mm:ss, or say iso or unix.")
            .arg(column.dateFormat, column.column));
  }
  return {};
}

tl::unexpected<Error> HeaderMapper::wrongColumns(const QString& what) const {
  if (std::any_of(m_header.begin(), m_header.end(), looksLikeData)) {
    return wrongMapping(
        QStringLiteral("The file begins with data, not with the names of its columns. Add a first row of names "
                       "such as identity, phone, and import it again."));
  }
  return wrongMapping(QStringLiteral("%1 The file has the columns %2.").arg(what, m_header.join(QStringLiteral(", "))));
}

bool HeaderMapper::has(ColumnUse use) const {
  return std::any_of(m_result.columns.begin(), m_result.columns.end(),
                     [use](const MappedColumn& column) { return column.use == use; });
}

Result<> HeaderMapper::findIdentity() {
  static const QStringList names{QStringLiteral("id"),
                                 QStringLiteral("userid"),
                                 QStringLiteral("customerid"),
                                 QStringLiteral("contactid"),
                                 QStringLiteral("externalid"),
                                 QStringLiteral("clientid"),
                                 QStringLiteral("memberid"),
                                 QStringLiteral("uid"),
                                 QStringLiteral("email"),
                                 QStringLiteral("customerno"),
                                 QStringLiteral("customernumber"),
                                 QStringLiteral("memberno"),
                                 QStringLiteral("kundennummer"),
                                 QStringLiteral("kundennr"),
                                 QStringLiteral("kundenid"),
                                 QStringLiteral("emailaddress"),
                                 QStringLiteral("mail")};
  if (has(ColumnUse::Identity)) return {};
  for (const QString& name : names) {
    for (std::size_t i = 0; i < m_result.columns.size(); ++i) {
      MappedColumn& column = m_result.columns[i];
      if (m_overridden[i] || column.use != ColumnUse::Property || plainName(column.property) != name) continue;
      column.use = ColumnUse::Identity;
      m_result.remarks << QStringLiteral("No column is called identity: “%1” tells people apart.").arg(column.column);
      return {};
    }
  }
  if (has(ColumnUse::Phone)) {
    m_result.remarks << QStringLiteral("No column is called identity: the phone number tells people apart.");
    return {};
  }
  return wrongColumns(QStringLiteral("No column tells people apart: map one to identity."));
}

}  // namespace

std::pair<QString, QString> splitDateFormat(const QString& header) {
  const QString text = header.trimmed();
  const auto open = text.indexOf(QLatin1Char('<'));
  if (open < 0 || !text.endsWith(QLatin1Char('>'))) return {text, QString()};
  return {text.left(open).trimmed(), text.mid(open + 1, text.size() - open - 2).trimmed()};
}

Result<MappedColumn> mappedColumnFromText(const QString& text) {
  const auto sign = text.lastIndexOf(QLatin1Char('='));
  if (sign <= 0) return wrongMapping(QStringLiteral("“%1” is no mapping. Write it as column=property.").arg(text));
  MappedColumn mapped;
  mapped.column = text.left(sign).trimmed();
  mapped.property = text.mid(sign + 1).trimmed();
  static const QList<QPair<QString, ColumnUse>> words{
      {QStringLiteral("identity"), ColumnUse::Identity},     {QStringLiteral("phone"), ColumnUse::Phone},
      {QStringLiteral("subscribed"), ColumnUse::Subscribed}, {QStringLiteral("unsubscribed"), ColumnUse::Unsubscribed},
      {QStringLiteral("time_zone"), ColumnUse::TimeZone},    {QString(), ColumnUse::Ignore}};
  for (const auto& [word, use] : words) {
    if (mapped.property != word) continue;
    mapped.use = use;
    mapped.property.clear();
    break;
  }
  return mapped;
}

bool looksLikeData(const QString& headerCell) {
  // Such cells don't belong into messages either.
  static const QRegularExpression number(QStringLiteral("^\\+?[\\d\\s().-]{7,}$"));
  return headerCell.contains(number) || headerCell.contains(QLatin1Char('@'));
}

Result<HeaderMapping> proposeMapping(const QStringList& header) {
  return HeaderMapper(header).map({}, true);
}

Result<HeaderMapping> mapHeader(const QStringList& header, const std::vector<MappedColumn>& overrides) {
  return HeaderMapper(header).map(overrides);
}

}  // namespace heliograph::audience
