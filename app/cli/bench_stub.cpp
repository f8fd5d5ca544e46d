// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_stub.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

namespace heliograph::cli {
namespace {

/// Reads one request after another from a connection and answers each.
class StubConnection final : public QObject {
 public:
  StubConnection(QTcpSocket* socket, std::chrono::milliseconds answersAfter)
      : QObject(socket), m_socket(socket), m_answersAfter(answersAfter) {
    connect(socket, &QTcpSocket::readyRead, this, &StubConnection::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
  }

 private:
  void read() {
    m_received += m_socket->readAll();
    for (;;) {
      const auto headEnd = m_received.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const qint64 whole = headEnd + 4 + bodyLength(m_received.left(headEnd));
      if (m_received.size() < whole) return;
      const QByteArray body = m_received.mid(headEnd + 4, whole - headEnd - 4);
      m_received.remove(0, whole);
      QTimer::singleShot(m_answersAfter, Qt::PreciseTimer, this, [this, body] { answer(body); });
    }
  }

  static qint64 bodyLength(const QByteArray& head) {
    for (const QByteArray& line : head.split('\n')) {
      if (line.toLower().startsWith("content-length:")) return line.mid(15).trimmed().toLongLong();
    }
    return 0;
  }

  void answer(const QByteArray& form) {
    const QUrlQuery fields(QString::fromLatin1(form).replace(u'+', u' '));
    const QJsonObject accepted{
        {QStringLiteral("id"), QStringLiteral("ST") + fields.queryItemValue(QStringLiteral("client_ref"))},
        {QStringLiteral("status"), QStringLiteral("accepted")},
        {QStringLiteral("to"), fields.queryItemValue(QStringLiteral("to"), QUrl::FullyDecoded)},
        {QStringLiteral("client_ref"), fields.queryItemValue(QStringLiteral("client_ref"), QUrl::FullyDecoded)}};
    const QByteArray json = QJsonDocument(accepted).toJson(QJsonDocument::Compact);
    m_socket->write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(json.size()) + "\r\n\r\n" + json);
  }

  QTcpSocket* m_socket;
  std::chrono::milliseconds m_answersAfter;
  QByteArray m_received;
};

}  // namespace

BenchStub::BenchStub(std::chrono::milliseconds answersAfter) {
  m_thread.start();
  auto* server = new QTcpServer;
  server->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
  QMetaObject::invokeMethod(
      server,
      [this, server, answersAfter] {
        server->setListenBacklogSize(512);
        if (!server->listen(QHostAddress::LocalHost)) return;
        m_url = QStringLiteral("http://127.0.0.1:%1").arg(server->serverPort());
        QObject::connect(server, &QTcpServer::newConnection, server, [server, answersAfter] {
          while (QTcpSocket* socket = server->nextPendingConnection()) new StubConnection(socket, answersAfter);
        });
      },
      Qt::BlockingQueuedConnection);
}

BenchStub::~BenchStub() {
  m_thread.quit();
  m_thread.wait();
}

}  // namespace heliograph::cli
